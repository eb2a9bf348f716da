// Package learn makes models: from reference documents alone (FromDocuments),
// and from labelled postings with the documents as prior (Train). It does not
// classify, and nothing of a posting but counts of terms and rules leaves it.
package learn
