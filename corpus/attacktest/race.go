//go:build race

package attacktest

// raced: the race detector takes memory of its own, and pools lose things by chance.
const raced = true
