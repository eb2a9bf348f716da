// Rung reads job postings and says, from the duties and not from the title,
// whether the job is Director-level or VP-level, and quotes the posting for
// every reason. It scores postings, never people.
//
// # One posting
//
// Check shows a card of one posting: a text file, a saved page, or stdin.
//
//	$ rung check testdata/postings/director.txt
//	…
//
// With --format json, html or markdown, or -o FILE with such an extension, the
// card is written for other readers.
//
// # Many postings
//
// Classify reads files, folders, patterns, web addresses and stdin (-), and
// writes one row a posting, in the order of the input: a table on a terminal,
// JSON Lines in a pipe, and what --to or the extension of -o asks for. The bytes
// are the same at any number of --jobs.
//
//	$ rung classify testdata/postings/ --to table
//	…
//
// A row of JSON Lines holds the --explain N heaviest reasons (3), each with its
// weight, its value and every place in the text: start and end count bytes of
// the normalised text (--with-text adds it), rune_start and rune_end its code
// points. Bias, the listed weights times values, and rest add up to log_odds.
//
//	$ rung classify testdata/postings/nurse.txt --explain 0
//	…
//
// Level is director, vp, unsure, neither or unread. Sure is true where a level is
// right 95 times in 100; without it the posting leans. Ladder is the probability of
// each rung, contributor, first_line, director, vp and chief; function that of
// engineering; facts are the ten facts of the job, such as scope, above and below,
// each with its value, and with start, end and quote where the posting states it.
// These three are missing where no level can be read, and with models of other
// levels. Why_neither is below, above or other_function; why_unread not_english,
// too_short, no_duties, resume, article or several_jobs. Unread lists the parts of
// the text that the verdict does not rest on. CSV, TSV and XLSX hold the same in
// columns behind the others: sure, rung (the most probable), ladder_contributor …
// ladder_chief, engineering, fact_scope … fact_size, why and prior_vp.
//
// Probability is that of VP given one of the two levels. It takes half of such jobs
// for VPs; --prior-vp names another share, and probabilities, with the levels read
// from them, move by its odds. Check, report, eval and serve take it too.
//
// --only keeps the rows of some verdicts, here and in report; how many are left out
// is told on stderr:
//
//	$ rung classify testdata/postings/vp.txt testdata/postings/nurse.txt --only director,vp,unsure --to table
//	…
//	rung: left out 1 of 2 postings; --only director,unsure,vp keeps the others
//
// It takes the levels, sure-director, sure-vp, leans-director, leans-vp, sure and
// leans.
//
// With --boilerplate the input is read twice, and what an employer repeats in
// postings of other titles counts half.
//
// Rows can be joined with what they were made of: each has the url, the location,
// the day and, as row, the number of its record in the input. --keep pay,team, or
// --keep all, carries columns of the input along as they stand: in JSON Lines and
// a database under kept, in csv, tsv, xlsx and parquet in columns kept.pay,
// kept.team behind the others; with all, those of the first 1,000 records.
//
// A record that cannot be read is named on stderr, counted, and written whole
// to the --quarantine file; the rest goes on, and the exit code is 1. Where
// there is nothing else, it is 2.
//
// What is read and written (.gz, .zst, .bz2 and .xz are opened, and the first two written):
//
//	in   jsonl (also one JSON array)  csv  tsv  parquet  xlsx  ods  warc  db
//	     (a table of a page, and XML Spreadsheet 2003, as .xls)
//	in   xml (feeds of jobs, RSS, Atom)  eml (also a mailbox)  zip  tar
//	in   text  html  markdown  pdf  docx  odt  rtf  mhtml       one posting a file
//	in   html with several postings marked up     each by itself
//	out  jsonl  csv  tsv  markdown  html  latex    resumable
//	out  db  parquet to a folder                   resumable
//	out  parquet to a file  xlsx  table            whole or not at all
//
// Tables are read as other programs write them. The columns go by their usual names,
// else by what their cells hold, and what was guessed or left out is told on stderr.
// --text-column a,b,c joins several columns in this order, --separator says what stands
// between columns (one character, or tab), --skip-lines how many lines stand above the
// header, and --sheet which sheet of a workbook is meant; without it all that hold
// postings are read, but for hidden ones. Rows of a second sheet have the source
// FILE#SHEET:ROW. Dates such as 3/4/2024 go by the order that others of their column show,
// and are left out where none does.
//
// # Long runs
//
// While a run goes on, its rows stand in the hidden file .NAME.part beside the
// output, and .NAME.journal tells how far it came; at the end the part takes the
// name of the output, and NAME.manifest.json beside it says what made it: the
// command, the versions, the model, each input with its SHA-256 and its counts.
// --no-manifest leaves that out. Killed at any moment, or stopped by Ctrl-C, a
// full disk or a power cut, the same command with --resume goes on, and the
// result is that of an undisturbed run, byte for byte:
//
//	rung classify jobs.jsonl -o levels.jsonl --resume
//
// The input is read again up to there, but not judged again. --resume starts
// where nothing was begun, says so where all is done, and refuses to mix runs of
// other options, models, versions or inputs:
//
//	$ rung classify testdata/postings/ --resume
//	rung: resuming stdout: what was written there is gone
//	hint: name a file with -o
//
// With -o NAME/ the folder gets Parquet files of --shard-rows rows each, and each
// appears whole. In a database the rows are the table verdicts, which may
// stand in the file of a crawl; it is replaced when a run begins. What cannot be
// resumed is written whole or not at all.
//
// --progress on shows the part done, the rate, the time left and the levels so
// far: in one line on a terminal, elsewhere in a line every 30 seconds. A posting
// that comes again with the same text, title and company is judged once, as long
// as it is remembered.
//
// # What a posting states
//
// Extract judges nothing: it writes the responsibilities, skills, education,
// experience, pay and reporting line that each posting states, every item with
// its words and its place, counted as in classify. JSON Lines hold one object a
// posting, with the facts that can be compared and then the items; CSV holds
// one item a row. The facts of the job, which tell its rung, stand among the facts,
// and in the columns fact_scope … fact_size, as the default model reads them. Of a text
// longer than any posting 256 KB are read, and the rest is told as unread:
//
//	$ rung extract testdata/postings/director.txt --to csv
//	id,source,company,title,field,value,kind,marks,start,end,rune_start,rune_end,quote,fact_scope,fact_below,fact_above,fact_exec,fact_budget,fact_horizon,fact_hands_on,fact_build_org,fact_stage,fact_size,url,location,posted,row
//	…
//
// --to labelstudio and --to doccano write tasks for these annotation tools, with
// the items as predictions, so that people can correct them.
//
// # Tables and figures
//
// Report counts many postings, or what classify wrote to any file for programs, and
// writes tables and figures for print: --table names them, --by the field that
// makes the groups, --to or the extension of -o the format.
//
//	$ rung report testdata/gold/gold.jsonl --table levels --to csv
//	group,level,n,of,share,low,high
//	…
//
// --all writes a whole report to a folder or an HTML file: method, all tables,
// all figures, a data dictionary, a manifest and the sources. The same input
// gives the same bytes. --sample draws postings for people to label, and
// eval --annotations tells how well the labellers agree, and rung with them.
//
// # The page
//
// Serve opens a page on this machine where a posting is pasted, dropped or named
// by its address, and an API beside it:
//
//	rung serve
//	rung serve rung.db --addr 127.0.0.1:9000
//
// The API answers with the keys of classify, at the share of VPs that prior_vp asks
// for, in the address or in the question.
//
// It answers this machine alone. Beyond it, --addr asks for a --token-file; with
// --tls-cert and --tls-key it is HTTPS.
//
// # Models
//
// The default model is built from reference documents, the rules of the
// lexicon, and careful readings of postings; --model reference knows no labels,
// and any model file can be named. A model is text:
//
//	$ rung model show --model reference
//	rung-model 1
//	name reference
//	…
//
// Eval measures a model on labelled postings (JSON Lines with id, title,
// company, text and label):
//
//	rung eval --gold gold.jsonl
//
// With --readings it says how verdicts and facts compare with what careful readers
// made of the same postings (kind, p_up, p_vp and facts, see
// testdata/unseen/README.md):
//
//	rung eval --gold testdata/unseen/unseen.jsonl --readings testdata/unseen/unseen.jsonl
//
// # Gathering
//
// Scrape asks careers pages, job boards, sitemaps and feeds for postings, and
// keeps them, with their history, in one database:
//
//	rung scrape greenhouse:acme https://jobs.example.com/careers --contact you@example.com
//	rung classify rung.db
//
// It keeps to robots.txt and to reservations of text and data mining, asks a
// host one thing at a time and once a second, and takes e-mail addresses, phone
// numbers and recruiters' names out of what it keeps. Killed anywhere, the same
// command goes on: no posting is lost, none is kept twice, and no page is asked
// for again while its answer is --fresh. A posting that its page or a complete
// listing no longer shows is marked as gone, one that changed keeps what it was,
// and one that nearly repeats another names it. LinkedIn, Indeed and Glassdoor are
// not asked, since their terms forbid it; every address that was not asked has
// its reason in the database. What would be asked is listed without asking:
//
//	$ rung scrape https://jobs.example.com/careers --dry-run
//	ask	https://jobs.example.com/careers	https://jobs.example.com/careers, if its robots.txt allows
//
// Other commands read the database while a crawl writes it. --out warc writes what
// was asked and answered as a web archive, robots.txt too, which scrape and classify
// read again, offline; --warc-verify leaves out what was changed since.
//
// # Manners
//
// Data goes to stdout and talk to stderr. The exit code is 0 when all is done, 1
// when it is done but something was skipped, 2 when it is not done, 130 when
// Ctrl-C ended it and 143 when SIGTERM did (but serve, which ends so); then the
// first line says what was being done and why it failed, and the second names
// the fix:
//
//	$ rung check nosuch.txt
//	rung: reading "nosuch.txt": no such file or directory
//	hint: files, folders, patterns such as 'jobs/*.txt', and - for stdin can be named
//
// Files written with -o appear whole or not at all; an output that is read as
// part of the input is refused, and with classify and extract one that rung did
// not write, without --force. Colour is used on a
// terminal only, and not where NO_COLOR is set.
package main
