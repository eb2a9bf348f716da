package corpus

import "testing"

func TestWhatNamesNobodyIsNoEmployer(t *testing.T) {
	for _, name := range []string{"", " ", "-", "None", "null", "NaN", "N/A", "n.a.", "NA", "unknown", "Not specified", "Undisclosed", "Not Disclosed",
		"Confidential", "CONFIDENTIAL COMPANY", "Company Confidential", "Confidential, Inc.", "Anonymous", "Stealth", "stealth-mode", "[Stealth Startup]", "Stealth Mode Startup"} {
		if got := Employer(name); got != "" {
			t.Errorf("Employer(%q) = %q, want none", name, got)
		}
	}
	for name, want := range map[string]string{
		" Larkfield \n Commerce Ltd. ": "Larkfield Commerce Ltd.", "Unknown Worlds": "Unknown Worlds", "NA-KD": "NA-KD", "Stealth Bikes": "Stealth Bikes",
		"Confidential Careers": "Confidential Careers", "株式会社": "株式会社",
	} {
		if got := Employer(name); got != want {
			t.Errorf("Employer(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSpellingsOfAnEmployerShareAKey(t *testing.T) {
	for _, name := range []string{"Acme", "ACME, Inc.", "Acme Co. Ltd", "acme L.L.C."} {
		if got := EmployerKey(name); got != "acme" {
			t.Errorf("EmployerKey(%q) = %q, want acme", name, got)
		}
	}
}
