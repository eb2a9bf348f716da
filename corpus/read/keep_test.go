package read

import (
	"fmt"
	"strings"
	"testing"
)

// keptOf reads one posting and gives what it carries.
func keptOf(t *testing.T, name, data string, keep ...string) (fields string, said []string) {
	t.Helper()
	o := Options{Keep: keep, Said: func(s string) { said = append(said, s) }}
	for p, err := range o.Read(t.Context(), strings.NewReader(data), name) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, f := range p.Kept {
			sign := "="
			if f.JSON {
				sign = ":"
			}
			fields += fmt.Sprintf("%s%s%q ", f.Name, sign, f.Value)
		}
	}
	return strings.TrimSuffix(fields, " "), said
}

const duty = "You lead four engineering managers and own the budget."

func TestColumnsOfTheInputAreCarriedAsTheyStand(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"a.csv":          {"id,text,pay\n007," + duty + ",\" 1,200 \"\n", `id="007" text="` + duty + `" pay=" 1,200 "`},
		"twice.csv":      {"text,pay,pay,\n" + duty + ",1,2,3\n", `text="` + duty + `" pay="1" pay.1="2" column 4="3"`},
		"a.tsv":          {"text\tpay\n" + duty + "\t\n", `text="` + duty + `" pay=""`},
		"a.jsonl":        {`{"text":"` + duty + `","n":1.50,"ok":true,"no":null,"l":[1, {"a":"b"}],"s":"\u00fc\n"}`, `text="` + duty + `" n:"1.50" ok:"true" no:"null" l:"[1,{\"a\":\"b\"}]" s="ü\n"`},
		"nan.jsonl":      {`{"text":"` + duty + `","n":NaN}`, `text="` + duty + `" n:"null"`},
		"again.jsonl":    {`{"n":1,"text":"` + duty + `","n":2}`, `n:"2" text="` + duty + `"`},
		"list.json":      {`{"jobs":[{"text":"` + duty + `","n":1}]}`, `text="` + duty + `" n:"1"`},
		"envelope.jsonl": {`{"n":1,"job":{"text":"` + duty + `"}}`, `n:"1" job:"{\"text\":\"` + duty + `\"}"`},
		"one.txt":        {duty, ``},
	} {
		got, said := keptOf(t, name, c.data, KeepAll)
		if got = strings.ReplaceAll(got, `\\"`, `\"`); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", name, got, c.want)
		}
		for _, s := range said {
			if strings.Contains(s, "to be kept") {
				t.Errorf("%s: %s", name, s)
			}
		}
		if got, _ := keptOf(t, name, c.data); got != "" {
			t.Errorf("%s: %s is carried and nobody asked", name, got)
		}
	}
}

func TestAColumnThatIsNotThereIsTold(t *testing.T) {
	for name, data := range map[string]string{
		"a.csv": "text,pay,rank\n" + duty + ",1,2\n", "a.jsonl": `{"text":"` + duty + `","pay":"1","rank":"2"}`,
	} {
		got, said := keptOf(t, name, data, "pay", "wages")
		if got != `pay="1"` || len(said) != 1 || !strings.Contains(said[0], `no column "wages"`) || !strings.Contains(said[0], "text, pay, rank") {
			t.Errorf("%s: %s, said %q", name, got, said)
		}
	}
}

func TestColumnsOfParquetAreChosenToBeCarried(t *testing.T) {
	all := []string{"id", "job.text", "job.pay", "tags", "place.city", "place.land"}
	for keep, want := range map[string]string{
		"": "id job.text", KeepAll: "id job.text job.pay tags place", "place": "id job.text place", "job.pay": "id job.text job.pay",
	} {
		s := &stream{o: Options{Keep: strings.Fields(keep)}}
		if got := strings.Join(s.keptColumns([]string{"id", "job.text"}, all), " "); got != want {
			t.Errorf("%q: %s", keep, got)
		}
	}
}
