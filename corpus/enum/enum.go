// Package enum names the values of small closed types, such as the levels or the
// kinds of sections. It holds what their String and Parse have in common, and
// knows none of them.
package enum

import (
	"fmt"
	"slices"
)

// Names are the names of the values of T, by value, from 0 up.
type Names[T ~uint8] []string

// Of is the name of v. A value without one is written as its type and number,
// "text.Kind(255)", so that a value out of range is shown, and nothing panics.
func (n Names[T]) Of(v T) string {
	if int(v) < len(n) {
		return n[v]
	}
	return fmt.Sprintf("%T(%d)", v, uint8(v))
}

// Parse is the inverse of Of for the values that have names; ok says whether s
// is one of them.
func (n Names[T]) Parse(s string) (v T, ok bool) {
	i := slices.Index(n, s)
	return T(max(i, 0)), i >= 0
}
