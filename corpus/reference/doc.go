// Package reference turns documents about two levels of a job into keywords of
// each level. It reads them (Read), says which level and which difference each
// clause speaks of (Attribute), and counts (Mine). Any documents and any two
// levels will do: nothing here knows engineering.
//
// It does not weigh a posting, and it keeps no sentence of a document: what
// leaves it are terms, counts, scores and line numbers.
//
// # What is taken as evidence
//
// Such documents come in two kinds, and they are not worth the same.
//
// A comparison (a Source without a Level) speaks of both levels, so what it
// says of one it denies, in effect, of the other. A sentence that names one
// level belongs to it; headings, and sentences that introduce a list, pass
// their level on to what stands below; a sentence that names both is cut at
// its clause markers ("while", "whereas", "on the other hand", a semicolon, a
// comma before the other level's name), and each clause goes to the level that
// it names; a pronoun goes with whom the paragraph spoke of last. What both
// levels share ("directors and VPs need …") counts for both and so speaks for
// neither. A clause that denies ("this does not mean that …") is left out:
// what a level does not do is no keyword of that level.
//
// A profile (a Source with a Level) describes one level only. It does not say
// what the other level does not do, and it is usually the longer document:
// taken as it stands, it hands every theme of leadership to its own level,
// because the other level has no profile to claim them. Therefore
//
//   - a profile only fills up what the comparisons leave empty: its mass is
//     scaled so that it brings its level to the mass of the other and not
//     above it;
//   - a word of a profile that the comparisons give to the other level is
//     neutral in the profile; one that they give to both counts in proportion;
//   - a line of a profile that is about the other level (the next step of a
//     career, say, but not whom the job leads) is left out;
//   - sections that call themselves secondary, additional or the like, where
//     templates leave their noise, count a fifth.
//
// Then both levels are brought to the same token mass, so that the longer text
// is not the likelier one.
//
// # How keywords are scored
//
// By weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi
// and Quinn, "Fightin' Words", Political Analysis 16, 2008): a term's odds in
// one level against its odds in the other, both smoothed towards how common
// the term is in a background of other texts, divided by the estimated
// standard deviation. A term that is rare everywhere cannot score high on one
// sighting; a common one needs a real difference.
//
// The names of the levels never become keywords and no term reaches across
// one: they are masked before anything is counted. Names of people and
// companies are left out too.
package reference
