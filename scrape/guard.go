package scrape

import (
	_ "embed"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"sync"
	"syscall"
	"time"

	"rung/scrape/content"
)

//go:embed addresses.txt
var addressesFile string

type network struct {
	prefix netip.Prefix
	what   string
}

var networks = sync.OnceValue(func() []network {
	var list []network
	for line := range strings.Lines(addressesFile) {
		prefix, what, _ := strings.Cut(strings.TrimSpace(line), " ")
		if p, err := netip.ParsePrefix(prefix); err == nil {
			list = append(list, network{p, what})
		}
	}
	return list
})

// metadata are the addresses at which clouds tell a machine its secrets. They
// are refused even where private addresses are allowed.
var metadata = [...]string{"169.254.169.254", "169.254.170.2", "100.100.100.200", "fd00:ec2::254", "192.0.0.192", "168.63.129.16"}

// NotPublic ends the reason of a page that was refused because its address is not
// on the public internet; AllowPrivate lets such pages be asked.
const NotPublic = "not on the public internet"

// forbidden is an address or a way that must not be taken: asking again cannot
// help.
type forbidden struct{ why string }

func (f *forbidden) Error() string { return f.why }

// never says why asking again after err cannot help; empty where it may.
func never(err error) string {
	if f := (*forbidden)(nil); errors.As(err, &f) {
		return f.why
	}
	if r := (*content.Refused)(nil); errors.As(err, &r) {
		return r.Why
	}
	return ""
}

// checkAddress refuses addresses that are not on the public internet.
func checkAddress(a netip.Addr, allowPrivate bool) error {
	a = a.Unmap().WithZone("")
	// Addresses that carry an IPv4 address inside lead there.
	b := a.As16()
	switch {
	case !a.Is6():
	case netip.MustParsePrefix("64:ff9b::/96").Contains(a), netip.MustParsePrefix("::/96").Contains(a) && a != netip.IPv6Unspecified() && a != netip.IPv6Loopback():
		return checkAddress(netip.AddrFrom4([4]byte(b[12:])), allowPrivate)
	case netip.MustParsePrefix("2002::/16").Contains(a): // 6to4
		return checkAddress(netip.AddrFrom4([4]byte(b[2:6])), allowPrivate)
	}
	for _, m := range metadata {
		if a == netip.MustParseAddr(m) {
			return &forbidden{fmt.Sprintf("address %v is a cloud's metadata service", a)}
		}
	}
	if allowPrivate {
		return nil
	}
	for _, n := range networks() {
		if n.prefix.Contains(a) {
			return &forbidden{fmt.Sprintf("address %v is %s, %s", a, n.what, NotPublic)}
		}
	}
	return nil
}

// dialer connects to public addresses only. The check is made of the address
// that is connected to, after the name was resolved, so that no name gets around
// it, not even one that changes.
func dialer(allowPrivate bool) *net.Dialer {
	return &net.Dialer{
		Timeout: 10 * time.Second,
		Control: func(_, address string, _ syscall.RawConn) error {
			ap, err := netip.ParseAddrPort(address)
			if err != nil {
				return &forbidden{fmt.Sprintf("address %q cannot be read", address)}
			}
			return checkAddress(ap.Addr(), allowPrivate)
		},
	}
}
