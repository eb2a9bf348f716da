// Package scrape asks sites for job postings, politely, and forgets nothing: it
// keeps to robots.txt, to a pace and to reservations, guards itself against
// hostile answers, and writes every step into a store, so that it can die
// anywhere and go on. It does not read pages (package board does), does not
// know what a posting is worth, and asks no site that forbids it.
package scrape
