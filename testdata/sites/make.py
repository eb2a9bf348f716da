#!/usr/bin/env python3
"""Writes the sites and their answer key: python3 make.py, in this folder.

Every posting is described once. From that description comes, on one side, the
answer of its board in the board's own shape and, on the other, its line in
answers.jsonl; neither is made from the other.
"""
import gzip, html, io, json, os, shutil

HERE = os.path.dirname(os.path.abspath(__file__))
routes, answers = [], []


def file(host, path, content, query="", method="GET", url=None, body="", status="", ctype=""):
    """Writes one answer and its route. path is the file's; url the address's where it differs."""
    name = os.path.join(HERE, host, path)
    os.makedirs(os.path.dirname(name), exist_ok=True)
    if not isinstance(content, bytes):
        content = (content if isinstance(content, str) else json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
    with open(name, "wb") as f:
        f.write(content)
    target = (url if url is not None else "/" + path) + ("?" + query if query else "")
    routes.append(" ".join(x for x in [method, host, target, body, "->", host + "/" + path, str(status), ctype] if x))


# What the jobs are. Companies and texts are invented.

DUTIES = [
    "Set the three-year direction of engineering with the executive team and defend it before the board",
    "Own the yearly engineering budget and the vendor contracts that hang on it",
    "Run the weekly delivery review for four squads and unblock what stands still",
    "Hire, coach and, when needed, part with engineering managers",
    "Decide which of two platforms survives the merger & write down why",
    "Keep the on-call load under two pages a person a week",
    "Agree quarterly goals with product and report against them each month",
    "Bring down the time from merge to production from days to an hour",
    "Stand for engineering in talks with our largest customers",
    "Build the career ladder from engineer to director and use it",
    "Plan headcount for the next two quarters with finance",
    "Review the architecture of every service that touches money",
]
NEEDS = [
    "Ten or more years in software, five of them leading leaders",
    "Experience with a team spread over at least three time zones",
    "A record of services that stayed up when it mattered",
    "Clear writing, in English, for readers who have little time",
    "You have managed managers before",
    "Comfort with Go, PostgreSQL and a cloud of your choice",
]
INTROS = [
    "{c} makes instruments that tell a harbour when its silt moves.",
    "{c} keeps the paperwork of small freight lines in order.",
    "At {c} we measure light, and we sell what we measured.",
    "{c} runs the booking desks of four hundred rural clinics.",
    "The people at {c} mend industrial looms, nowadays with software.",
    "{c} is where orchards buy their forecasts.",
]
count = 0


def job(company, title, **f):
    """A posting with a text of its own: intro, duties, needs."""
    global count
    n = count
    count += 1
    f["company"], f["title"] = company, title
    f["intro"] = INTROS[n % len(INTROS)].format(c=company) + " We are looking for one person, and post number %d of this year is yours if you want it." % (100 + n)
    f["duties"] = [DUTIES[(5 * n + 3 * k) % 12] + "." for k in range(4)]
    f["needs"] = [NEEDS[(n + k) % 6] for k in range(3)]
    f["close"] = "The pay is reviewed every spring; the coffee, every week."
    return f


def blocks(j):
    return [("p", j["intro"]), ("h", "What you will do"), ("ul", j["duties"]), ("h", "What you bring"), ("ul", j["needs"]), ("p", j["close"])]


def markup(bs, h="h3"):
    out = []
    for kind, v in bs:
        if kind == "ul":
            out.append("<ul>" + "".join("<li>%s</li>" % html.escape(x, False) for x in v) + "</ul>")
        else:
            tag = h if kind == "h" else "p"
            out.append("<%s>%s</%s>" % (tag, html.escape(v, False), tag))
    return "\n".join(out)


def text(bs):
    """The blocks as the postings' text keeps them."""
    return "\n\n".join("\n".join("- " + x for x in v) if kind == "ul" else v for kind, v in bs)


def answer(source, id, url, j, **more):
    a = {"source": source, "id": id, "url": url, "company": j["company"], "title": j["title"], "text": text(blocks(j))}
    for k in ("locations", "workplace", "employment", "department", "pay", "posted", "validThrough", "applyURL", "closed"):
        if k in j:
            a[k] = j[k]
    a.update(more)
    answers.append({k: v for k, v in a.items() if v is not None})


def pay(lo, hi, cur, per):
    return {"min": lo, "max": hi, "currency": cur, "per": per}


# Greenhouse: content is HTML written as entities; one null location, one wrong type.

def greenhouse():
    t, host = "lumenforge", "boards-api.greenhouse.io"
    js = [
        job("Lumenforge", "VP of Engineering", locations=["Rotterdam"], workplace="hybrid", posted="2026-03-02", employment="full-time", department="Engineering"),
        job("Lumenforge", "Director of Engineering, Payments & Ledger", locations=["Remote, Portugal", "Lisbon"], workplace="remote", posted="2026-03-05", department="Engineering", pay=pay(150000, 190000, "EUR", "year")),
        job("Lumenforge", "Site Reliability Engineer", posted="2026-03-09"),
        job("Lumenforge", "Office Manager", locations=["Rotterdam"], posted="2026-03-11", validThrough="2026-09-30", department="Operations"),
    ]
    out = []
    for i, j in enumerate(js):
        id = 4001 + i
        body = markup(blocks(j))
        if "pay" in j:
            body += '\n<div class="content-pay-transparency"><div class="pay-input"><div class="title">Yearly base pay</div><div class="pay-range"><span>€150,000</span><span class="divider">&mdash;</span><span>€190,000 EUR</span></div></div></div>'
        o = {
            "absolute_url": "https://job-boards.greenhouse.io/%s/jobs/%d" % (t, id), "internal_job_id": 9000 + i, "id": id,
            "location": {"name": "; ".join(j["locations"]) if "locations" in j else None}, "metadata": None,
            "updated_at": j["posted"] + "T08:50:01-04:00", "requisition_id": "R-%d" % id, "title": j["title"] + (" " if i == 0 else ""),
            "company_name": "Lumenforge ", "first_published": j["posted"] + "T09:00:00-04:00", "language": "en",
            "application_deadline": None, "content": html.escape(body), "departments": [], "offices": [],
        }
        if "department" in j:
            o["departments"] = [{"id": 7, "name": j["department"], "child_ids": [], "parent_id": None}]
        if i == 0:
            o["metadata"] = [{"id": 1, "name": "Workplace Type", "value": "Hybrid", "value_type": "single_select"}, {"id": 2, "name": "Employment Type", "value": "Full time", "value_type": "single_select"}]
        if i == 2:
            o["metadata"], o["departments"], o["offices"] = "none", None, {}
            del o["language"]
        if i == 3:
            o["application_deadline"] = "2026-09-30T12:00:00-04:00"
            o["content"] = None  # to be asked for on its own
            file(host, "v1/boards/%s/jobs/%d.json" % (t, id), dict(o, content=html.escape(body)), url="/v1/boards/%s/jobs/%d" % (t, id), query="pay_transparency=true")
        out.append(o)
        j["applyURL"] = o["absolute_url"] + "#app"
        more = {}
        if "pay" in j:
            more["text"] = text(blocks(j)) + "\n\nYearly base pay\n€150,000—€190,000 EUR"
            j["pay"]["text"] = "€150,000 — €190,000 EUR"
        answer("greenhouse:" + t, "greenhouse/%s/%d" % (t, id), o["absolute_url"], j, **more)
    file(host, "v1/boards/%s/jobs.json" % t, {"jobs": out, "meta": {"total": 4}}, url="/v1/boards/%s/jobs" % t, query="content=true&pay_transparency=true")
    file(host, "gone.json", {"status": 404, "error": "Job board not found"}, url="/v1/boards/vanished/jobs", query="content=true&pay_transparency=true", status=404)


# Lever: duties live in lists[]; two pages and an empty one.

def lever():
    t, host = "harrowgate", "api.lever.co"
    js = [
        job("harrowgate", "Vice President, Engineering", locations=["Leeds", "Porto"], workplace="hybrid", employment="full-time", department="Engineering", posted="2026-02-01", pay=pay(160000, 210000, "GBP", "year")),
        job("harrowgate", "Director, Platform Engineering", locations=["Leeds"], workplace="on-site", employment="full-time", department="Platform", posted="2026-02-03"),
        job("harrowgate", "Interim Engineering Manager", locations=["Porto"], workplace="remote", employment="contract", posted="2026-02-08"),
    ]
    out = []
    for i, j in enumerate(js):
        id = "5f0c2d1e-0000-4000-8000-00000000000%d" % (i + 1)
        url = "https://jobs.lever.co/%s/%s" % (t, id)
        o = {
            "id": id, "text": j["title"], "country": "GB", "hostedUrl": url, "applyUrl": url + "/apply", "createdAt": [1769943600000, 1770116400000, 1770548400000][i],
            "opening": "<div>%s</div>" % j["intro"], "openingPlain": j["intro"], "descriptionBody": "<div><br></div>", "descriptionBodyPlain": "",
            "description": "<div>%s</div><div><br></div>" % j["intro"], "descriptionPlain": j["intro"],
            "lists": [{"text": "What you will do", "content": "".join("<li>%s</li>" % html.escape(d, False) for d in j["duties"])}, {"text": "What you bring", "content": "\n".join("<li>%s</li>" % d for d in j["needs"])}],
            "additional": "<div>%s</div>" % j["close"], "additionalPlain": j["close"],
            "categories": {"commitment": {"full-time": "Full-time", "contract": "Contract"}[j["employment"]], "location": j["locations"][0], "allLocations": j["locations"]},
            "workplaceType": {"on-site": "onsite"}.get(j["workplace"], j["workplace"]),
        }
        if "department" in j:
            o["categories"]["department"] = j["department"]
            o["categories"]["team"] = "Core"
        if "pay" in j:
            o["salaryRange"] = {"currency": "GBP", "interval": "per-year-salary", "min": 160000, "max": 210000}
            j["pay"]["text"] = "GBP 160000 - 210000 per-year-salary"
        if i == 2:
            o["categories"]["allLocations"] = None
            del o["opening"], o["descriptionBody"]
        out.append(o)
        j["applyURL"] = url + "/apply"
        answer("lever:" + t, "lever/%s/%s" % (t, id), url, j)
    for skip, page in ((0, out[:2]), (2, out[2:]), (3, [])):
        file(host, "v0/postings/%s-%d.json" % (t, skip), page, url="/v0/postings/" + t, query="mode=json&skip=%d&limit=100" % skip)


# Ashby: an unlisted job, pay in tiers.

def ashby():
    t, host = "quillmark", "api.ashbyhq.com"
    js = [
        job("quillmark", "VP, Engineering", locations=["New York", "Toronto"], workplace="hybrid", employment="full-time", department="Engineering", posted="2026-04-20", pay=pay(280000, 340000, "USD", "year")),
        job("quillmark", "Head of Data", locations=["Canada"], workplace="remote", employment="contract", department="Data", posted="2026-04-21"),
        job("quillmark", "Secret Role"),
    ]
    out = []
    for i, j in enumerate(js):
        id = "90fb3621-0000-4000-9000-00000000000%d" % (i + 1)
        url = "https://jobs.ashbyhq.com/%s/%s" % (t, id)
        o = {
            "id": id, "title": j["title"], "department": j.get("department"), "team": "Core", "employmentType": {"full-time": "FullTime", "contract": "Contract"}.get(j.get("employment")),
            "location": (j.get("locations") or [None])[0], "secondaryLocations": [{"location": x, "address": {"postalAddress": {"addressCountry": "Canada"}}} for x in j.get("locations", [])[1:]],
            "publishedAt": j.get("posted", "2026-04-20") + "T22:43:56.531+00:00", "isListed": i != 2, "isRemote": i == 1,
            "workplaceType": {"hybrid": "Hybrid", "remote": None}.get(j.get("workplace")), "address": {"postalAddress": {"addressLocality": "", "addressRegion": "", "addressCountry": ""}},
            "jobUrl": url, "applyUrl": url + "/application", "descriptionHtml": markup(blocks(j), "h2").replace("<p>", '<p style="min-height:1.5em">'), "descriptionPlain": "not the whole",
            "compensation": {"compensationTierSummary": None, "scrapeableCompensationSalarySummary": None, "compensationTiers": [], "summaryComponents": []},
        }
        if "pay" in j:
            o["compensation"] = {
                "compensationTierSummary": "$280K – $340K • Offers Equity", "scrapeableCompensationSalarySummary": "$280K - $340K",
                "compensationTiers": [{"id": "t", "title": "US", "components": [{"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "USD", "minValue": 280000, "maxValue": 340000}]}],
                "summaryComponents": [{"compensationType": "EquityPercentage", "interval": "NONE", "currencyCode": None, "minValue": 0.1, "maxValue": 0.2}, {"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "USD", "minValue": 280000, "maxValue": 340000}],
            }
            j["pay"]["text"] = "$280K – $340K • Offers Equity"
        out.append(o)
        j["applyURL"] = url + "/application"
        if i != 2:
            answer("ashby:" + t, "ashby/%s/%s" % (t, id), url, j)
    file(host, "posting-api/job-board/%s.json" % t, {"jobs": out, "apiVersion": "1"}, url="/posting-api/job-board/" + t, query="includeCompensation=true")


# SmartRecruiters: a list without texts, then each posting; sections may be missing.

def smartrecruiters():
    t, host = "Brackenfield", "api.smartrecruiters.com"
    js = [
        job("Brackenfield Group", "Director of Software Engineering", locations=["Graz, Styria, Austria"], workplace="hybrid", employment="full-time", department="Engineering", posted="2026-01-15"),
        job("Brackenfield Group", "VP Software Engineering", locations=["Wien, Austria"], workplace="remote", employment="full-time", posted="2026-01-16", pay=pay(140000, 170000, "EUR", "year")),
        job("Brackenfield Group", "Working Student QA", locations=["Graz, Styria, Austria"], employment="part-time", posted="2026-01-17"),
    ]
    heads = []
    for i, j in enumerate(js):
        id = "74399967167484%d" % (4 + i)
        city, country = j["locations"][0].split(",")[0], "at"
        o = {
            "id": id, "name": j["title"], "uuid": "0761de07-8adc-465d-af91-90000000000%d" % i, "refNumber": "REF%dD" % i, "company": {"identifier": t, "name": j["company"]},
            "releasedDate": j["posted"] + "T02:11:28.000Z", "location": {"city": city, "region": "6", "country": country, "remote": i == 1, "hybrid": i == 0, "fullLocation": j["locations"][0]},
            "department": {"label": j["department"]} if "department" in j else {}, "function": {"id": "engineering", "label": "Engineering"},
            "typeOfEmployment": {"id": "permanent", "label": {"full-time": "Full-time", "part-time": "Part-time"}[j["employment"]]}, "experienceLevel": {"id": "director", "label": "Director"},
            "creator": {"name": "Talent Desk"}, "language": {"code": "en", "label": "English"},
        }
        url = "https://jobs.smartrecruiters.com/%s/%s" % (t, id)
        heads.append(dict(o, ref="https://%s/v1/companies/%s/postings/%s" % (host, t, id)))
        sections = {
            "companyDescription": {"title": "Company Description", "text": "<p>%s</p>" % j["intro"]},
            "jobDescription": {"title": "Job Description", "text": markup([("ul", j["duties"])])},
            "qualifications": {"title": "Qualifications", "text": markup([("ul", j["needs"])])},
            "additionalInformation": {"title": "Additional Information", "text": "<p>%s</p>" % j["close"]},
            "videos": {"title": "Videos To Watch", "urls": []},
        }
        bs = [("h", "Company Description"), ("p", j["intro"]), ("h", "Job Description"), ("ul", j["duties"]), ("h", "Qualifications"), ("ul", j["needs"]), ("h", "Additional Information"), ("p", j["close"])]
        if i == 2:
            sections["additionalInformation"], sections["companyDescription"] = None, {"title": "Company Description"}
            bs = bs[2:6]
        o["jobAd"] = {"sections": sections}
        o["postingUrl"], o["applyUrl"] = url + "-" + j["title"].lower().replace(" ", "-"), url + "?oga=true"
        if "pay" in j:
            o["compensation"] = {"salary": {"min": 140000, "max": 170000, "currency": "EUR", "period": "YEARLY"}}
            j["pay"]["text"] = "EUR 140000 - 170000 YEARLY"
        file(host, "v1/companies/%s/postings/%s.json" % (t, id), o, url="/v1/companies/%s/postings/%s" % (t, id))
        j["applyURL"] = o["applyUrl"]
        answer("smartrecruiters:" + t, "smartrecruiters/%s/%s" % (t, id), o["postingUrl"], j, text=text(bs))
    for off, page in ((0, heads[:2]), (2, heads[2:])):
        file(host, "v1/companies/%s/postings-%d.json" % (t, off), {"offset": off, "limit": 100, "totalFound": 3, "content": page}, url="/v1/companies/%s/postings" % t, query="limit=100&offset=%d" % off)


# Workable: POST, a token to the next page, each posting on its own.

def workable():
    t, host = "tidewell", "apply.workable.com"
    js = [
        job("tidewell", "Engineering Director", locations=["Athens, Attica, Greece"], workplace="hybrid", employment="full-time", department="Engineering", posted="2026-05-04"),
        job("tidewell", "VP Engineering", locations=["Athens, Attica, Greece", "Berlin, Germany"], workplace="remote", employment="full-time", department="Engineering", posted="2026-05-05"),
        job("tidewell", "Data Engineer", locations=["Greece"], workplace="on-site", employment="contract", posted="2026-05-06"),
    ]
    heads = []
    for i, j in enumerate(js):
        code = "DD136DD7E%d" % i
        places = []
        for x in j["locations"]:
            p = x.split(", ")
            places.append({"country": p[-1], "countryCode": "XX", "city": p[0] if len(p) > 1 else "", "region": p[1] if len(p) > 2 else None, "hidden": False})
        o = {
            "id": 5000 + i, "shortcode": code, "title": j["title"], "remote": i == 1, "location": places[0], "locations": places, "state": "published", "isInternal": False, "code": "",
            "published": j["posted"] + "T00:00:00.000Z", "type": {"full-time": "full", "contract": "contract"}[j["employment"]], "language": "en", "department": [j["department"]] if "department" in j else [],
            "workplace": {"on-site": "on_site"}.get(j["workplace"], j["workplace"]),
        }
        heads.append(dict(o))
        o["description"] = markup([("p", j["intro"]), ("ul", j["duties"])])
        o["requirements"] = markup([("ul", j["needs"])])
        o["benefits"] = markup([("p", j["close"])]) if i != 2 else None
        bs = [("p", j["intro"]), ("ul", j["duties"]), ("h", "Requirements"), ("ul", j["needs"]), ("h", "Benefits"), ("p", j["close"])]
        file(host, "api/v2/accounts/%s/jobs/%s.json" % (t, code), o, url="/api/v2/accounts/%s/jobs/%s" % (t, code))
        url = "https://%s/%s/j/%s/" % (host, t, code)
        j["applyURL"] = url + "apply/"
        answer("workable:" + t, "workable/%s/%s" % (t, code), url, j, text=text(bs if i != 2 else bs[:4]))
    # The route with a body stands first: the first that fits is taken.
    file(host, "api/v3/accounts/%s/jobs-2.json" % t, {"total": 3, "results": heads[2:]}, url="/api/v3/accounts/%s/jobs" % t, method="POST", body='"token":"WzE3NzAx"')
    file(host, "api/v3/accounts/%s/jobs-1.json" % t, {"total": 3, "results": heads[:2], "nextPage": "WzE3NzAx"}, url="/api/v3/accounts/%s/jobs" % t, method="POST")


# Recruitee: one answer; a number as text, a closed offer.

def recruitee():
    t = "pelicanyard"
    host = t + ".recruitee.com"
    js = [
        job("Pelican Yard", "Director of Engineering", locations=["Gdańsk, Poland", "Kraków, Poland"], workplace="hybrid", employment="full-time", department="Technology", posted="2026-06-02", validThrough="2026-08-31", pay=pay(300000, 360000, "PLN", "year")),
        job("Pelican Yard", "Weekend Support Engineer", locations=["Gdańsk, Poland"], workplace="remote", employment="part-time", posted="2026-06-03", pay=pay(60, 60, "PLN", "hour")),
        job("Pelican Yard", "Closed Role"),
    ]
    out = []
    for i, j in enumerate(js):
        slug = j["title"].lower().replace(" ", "-")
        url = "https://%s/o/%s" % (host, slug)
        out.append({
            "id": 2700825 + i, "guid": "e4u7%d" % i, "slug": slug, "status": "published" if i != 2 else "closed", "title": j["title"], "company_name": "Pelican Yard", "careers_url": url, "careers_apply_url": url + "/c/new",
            "description": markup(blocks(j)[:3]), "requirements": markup(blocks(j)[3:]), "department": j.get("department"), "employment_type_code": {"full-time": "fulltime_permanent", "part-time": "parttime_fixed_term"}.get(j.get("employment")),
            "locations": [{"id": k, "name": x.split(",")[0], "city": x.split(",")[0], "country": "Poland", "country_code": "PL", "state": None} for k, x in enumerate(j.get("locations", []))],
            "city": "Gdańsk", "country": "Poland", "location": "Gdańsk, Poland", "remote": i == 1, "hybrid": i == 0, "on_site": False, "published_at": j.get("posted", "2026-06-01") + " 10:10:39 UTC", "close_at": j["validThrough"] + " 00:00:00 UTC" if "validThrough" in j else None,
            "salary": {"min": str(j["pay"]["min"]), "max": j["pay"]["max"] if i == 0 else None, "period": j["pay"]["per"], "currency": "PLN"} if "pay" in j else None,
        })
        j["applyURL"] = url + "/c/new"
        if i == 0:
            j["pay"]["text"] = "PLN 300000 - 360000 year"
        if i == 1:
            j["pay"] = {"min": 60, "currency": "PLN", "per": "hour", "text": "PLN 60 hour"}
        if i != 2:
            answer("recruitee:" + t, "recruitee/%s/%d" % (t, 2700825 + i), url, j)
    file(host, "api/offers.json", {"offers": out}, url="/api/offers/")


# Personio: XML with CDATA; one position twice, one without descriptions.

def personio():
    t = "varnholt"
    host = t + ".jobs.personio.de"
    js = [
        job("Varnholt SE & Co. KG", "Director Engineering (m/f/d)", locations=["Munich", "Berlin"], employment="full-time", department="Product and Tech", posted="2026-03-13"),
        job("Varnholt SE & Co. KG", "Vice President Technology", locations=["Munich"], employment="full-time", department="Management", posted="2026-03-14"),
    ]
    out = ["<?xml version='1.0' encoding='UTF-8'?>", "<workzag-jobs>"]
    for i, j in enumerate(js):
        id = 1834171 + i
        parts = [("Who we are", [("p", j["intro"])]), ("Your tasks", [("ul", j["duties"])]), ("Your profile", [("ul", j["needs"]), ("p", j["close"])])]
        xml = "<position>\n<id>%d</id>\n<subcompany>%s</subcompany>\n<office>%s</office>\n" % (id, html.escape(j["company"]), j["locations"][0])
        if len(j["locations"]) > 1:
            xml += "<additionalOffices>%s</additionalOffices>\n" % "".join("<office>%s</office>" % x for x in j["locations"][1:])
        xml += "<department>%s</department>\n<name>%s</name>\n<jobDescriptions>\n" % (j["department"], j["title"])
        for name, bs in parts:
            xml += "<jobDescription><name>%s</name>\n<value>\n<![CDATA[%s]]>\n</value></jobDescription>\n" % (name, markup(bs))
        xml += "</jobDescriptions>\n<employmentType>permanent</employmentType>\n<seniority>executive</seniority>\n<schedule>full-time</schedule>\n<createdAt>%sT14:10:41+00:00</createdAt>\n</position>" % j["posted"]
        out += [xml] * (2 if i == 0 else 1)
        j["applyURL"] = "https://%s/job/%d#apply" % (host, id)
        answer("personio:" + t, "personio/%s/%d" % (t, id), "https://%s/job/%d" % (host, id), j, text=text([b for name, bs in parts for b in [("h", name)] + bs]))
    file(host, "xml.xml", "\n".join(out + ["</workzag-jobs>", ""]), url="/xml", query="language=en")


# Teamtailor: RSS in pages, the last one empty.

def teamtailor():
    t = "fernhollow"
    host = t + ".teamtailor.com"
    js = [
        job("Fernhollow", "Director of Engineering – Nordics", locations=["Malmö, Sweden"], workplace="hybrid", department="Tech & Product", posted="2026-02-04"),
        job("Fernhollow", "Chief of Staff, Engineering", locations=["Malmö, Sweden", "Aarhus, Denmark"], workplace="on-site", department="Tech & Product", posted="2026-02-05"),
        job("Fernhollow", "Backend Developer", workplace="remote", posted="2026-02-06"),
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:tt="https://teamtailor.com/locations" xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel>\n<title>Fernhollow</title>\n<link>https://%s</link>\n' % host
    items = []
    for i, j in enumerate(js):
        id = 7167985 + i
        url = "https://%s/jobs/%d-%s" % (host, id, "".join(c if c.isalnum() and c.isascii() else "-" for c in j["title"].lower()))
        x = "<item>\n<title>%s</title>\n<description>%s</description>\n<pubDate>%s</pubDate>\n<link>%s</link>\n<guid isPermaLink=\"false\">%s</guid>\n<remoteStatus>%s</remoteStatus>\n" % (
            html.escape(j["title"]), html.escape(markup(blocks(j))), ["Wed, 04 Feb 2026 09:26:20 +0100", "Thu, 05 Feb 2026 09:26:20 +0100", "Fri, 06 Feb 2026 09:26:20 +0100"][i], url, "20fafb7d-f013-4061-b6de-00000000000%d" % i,
            {"on-site": "none", "hybrid": "hybrid", "remote": "fully"}[j["workplace"]])
        x += "<tt:locations>%s</tt:locations>\n" % "".join("<tt:location><tt:name>Office</tt:name><tt:city>%s</tt:city><tt:country>%s</tt:country></tt:location>" % tuple(p.split(", ")) for p in j.get("locations", []))
        if "department" in j:
            x += "<tt:department>%s</tt:department>\n" % html.escape(j["department"])
        items.append(x + "</item>\n")
        j["applyURL"] = url + "/applications/new"
        answer("teamtailor:" + t, "teamtailor/%s/%d" % (t, id), url, j)
    for off, page in ((0, items[:2]), (2, items[2:]), (3, [])):
        file(host, "jobs-%d.rss" % off, head + "".join(page) + "</channel>\n</rss>\n", url="/jobs.rss", query="offset=%d&per_page=50" % off)


# Workday: POST in pages of at most 20; later pages say a total of 0.

def workday():
    t, site = "cobaltshore", "Careers"
    host = t + ".wd3.myworkdayjobs.com"
    base = "/wday/cxs/%s/%s" % (t, site)
    js = [
        job("Cobaltshore AS", "Vice President Engineering", locations=["Oslo", "Bergen"], workplace="hybrid", employment="full-time", posted="2026-05-04"),
        job("Cobaltshore AS", "Engineering Director - Marine Systems", locations=["Bergen"], employment="full-time", posted="2026-05-05", validThrough="2026-07-01"),
        job("Cobaltshore AS", "Welder", locations=["Stavanger"], workplace="on-site", employment="part-time", posted="2026-05-06"),
    ]
    heads = []
    for i, j in enumerate(js):
        req = "R-10%d" % (i + 1)
        path = "/job/%s/%s_%s" % (j["locations"][0], j["title"].replace(" ", "-"), req)
        heads.append({"title": j["title"], "externalPath": path, "locationsText": "2 Locations" if i == 0 else j["locations"][0], "postedOn": "Posted %d Days Ago" % (i + 2), "bulletFields": [req]})
        url = "https://%s/en-US/%s%s" % (host, site, path)
        info = {
            "id": "a1b2%d" % i, "title": j["title"], "jobDescription": markup(blocks(j)), "location": j["locations"][0], "additionalLocations": j["locations"][1:], "postedOn": "Posted %d Days Ago" % (i + 2),
            "startDate": j["posted"], "timeType": {"full-time": "Full time", "part-time": "Part time"}[j["employment"]], "jobReqId": req, "jobPostingId": path[5:], "country": {"descriptor": "Norway", "id": "x"}, "canApply": True, "posted": True, "externalUrl": url,
        }
        if i != 1:
            info["remoteType"] = {"hybrid": "Hybrid", "on-site": "On-Site"}[j["workplace"]]
        if i == 0:
            info["jobPostingSiteId"] = None
        if "validThrough" in j:
            info["endDate"] = j["validThrough"]
        file(host, "job-%s.json" % req, {"jobPostingInfo": info, "hiringOrganization": {"name": j["company"], "url": ""}, "similarJobs": []}, url=base + path)
        j["applyURL"] = url + "/apply"
        answer("workday:%s.wd3/%s" % (t, site), "workday/%s/%s" % (t, req), url, j)
    for off, page, total in ((0, heads[:2], 3), (2, heads[2:], 0)):
        file(host, "jobs-%d.json" % off, {"total": total, "jobPostings": page, "facets": [], "userAuthenticated": False}, url=base + "/jobs", method="POST", body='"offset":%d,' % off)


# BambooHR: a list, then each posting; null where fields are empty.

def bamboohr():
    t = "millrace"
    host = t + ".bamboohr.com"
    js = [
        job("millrace", "Director of Engineering", locations=["Fort Collins, Colorado"], workplace="on-site", employment="full-time", department="Engineering", posted="2026-04-01", pay=None),
        job("millrace", "Marketing & Social Media Intern", locations=["Boise, Idaho, United States"], workplace="hybrid", employment="internship", department="Marketing", posted="2026-04-02", pay=pay(24, 24, "USD", "hour")),
    ]
    heads = []
    for i, j in enumerate(js):
        id = str(86 + i)
        p = j["locations"][0].split(", ")
        o = {
            "id": id, "jobOpeningName": j["title"], "departmentId": "18244", "departmentLabel": j["department"] + " ", "employmentStatusLabel": {"full-time": "Full Time", "internship": "Internship"}[j["employment"]],
            "location": {"city": p[0], "state": p[1]}, "atsLocation": {"country": None, "state": None, "province": None, "city": None}, "isRemote": None, "locationType": "0" if i == 0 else "2",
        }
        if i == 1:
            o["location"], o["atsLocation"] = {"city": None, "state": None}, {"country": p[2], "state": p[1], "province": None, "city": p[0]}
        heads.append(dict(o))
        url = "https://%s/careers/%s" % (host, id)
        del o["id"]
        o.update({"description": markup(blocks(j)), "jobOpeningShareUrl": url, "jobOpeningStatus": "Open", "datePosted": j["posted"], "minimumExperience": None, "compensation": "$24 per hour" if i == 1 else None})
        file(host, "careers/%s.json" % id, {"meta": None, "result": {"jobOpening": o, "formFields": {}}}, url="/careers/%s/detail" % id)
        if i == 1:
            j["pay"]["text"] = "$24 per hour"
        j["applyURL"] = url
        answer("bamboohr:" + t, "bamboohr/%s/%s" % (t, id), url, j)
    file(host, "careers/list.json", {"meta": {"totalCount": 2}, "result": heads}, url="/careers/list")


# iCIMS: HTML lists in pages, postings with JSON-LD.

def icims():
    t = "careers-oldbridge"
    host = t + ".icims.com"
    js = [
        job("Oldbridge Mutual", "Director, Software Engineering", locations=["Hartford, CT, US"], employment="full-time", posted="2026-01-20", pay=pay(180000, 225000, "USD", "year")),
        job("Oldbridge Mutual", "Vice President - Claims Technology", locations=["Hartford, CT, US"], employment="full-time", posted="2026-01-21"),
        job("Oldbridge Mutual", "Actuarial Analyst", locations=["Remote", "US"], workplace="remote", employment="full-time", posted="2026-01-22"),
    ]
    rows = []
    for i, j in enumerate(js):
        id = 1201 + i
        path = "/jobs/%d/%s/job" % (id, j["title"].lower().replace(",", "%2c").replace(" ", "-"))
        url = "https://%s%s" % (host, path)
        rows.append('<li class="row"><div class="title"><a class="iCIMS_Anchor" href="%s?in_iframe=1" title="%d - %s"><span class="sr-only field-label">Title</span><h3>%s</h3></a></div></li>' % (url, id, html.escape(j["title"]), html.escape(j["title"])))
        ld = {"@context": "http://schema.org", "@type": "JobPosting", "title": j["title"], "description": markup(blocks(j)), "datePosted": j["posted"] + "T05:00:00.000Z", "employmentType": "FULL_TIME", "url": url, "hiringOrganization": {"@type": "Organization", "name": j["company"]},
              "jobLocation": [{"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Hartford", "addressRegion": "CT", "addressCountry": "US", "postalCode": "06103"}}]}
        if i == 2:
            del ld["jobLocation"]
            ld["jobLocationType"], ld["applicantLocationRequirements"] = "TELECOMMUTE", {"@type": "Country", "name": "US"}
        if "pay" in j:
            ld["baseSalary"] = {"@type": "MonetaryAmount", "currency": "USD", "value": {"@type": "QuantitativeValue", "minValue": 180000, "maxValue": 225000, "unitText": "YEAR"}}
            j["pay"]["text"] = "USD 180000 - 225000 YEAR"
        page = '<!DOCTYPE html><html><head><title>%s in Hartford | Careers at Oldbridge Mutual</title><script type="application/ld+json">%s</script></head><body class="iCIMS_Iframe"><nav><a href="/jobs/intro">Welcome</a> <a href="/jobs/search">Search</a></nav><h1 class="iCIMS_Header">%s</h1><div class="iCIMS_JobContent">%s</div><a href="%s?mode=apply">Apply for this job online</a></body></html>\n' % (
            html.escape(j["title"]), json.dumps(ld), html.escape(j["title"]), markup(blocks(j)), url)
        file(host, "jobs/%d.html" % id, page, url=path, query="in_iframe=1")
        j["applyURL"] = url + "?mode=apply"
        answer("icims:" + t, "icims/%s/%d" % (t, id), url, j)
    for n, part in enumerate((rows[:2], rows[2:])):
        pages = '<div class="iCIMS_Paginator_Bottom">%s</div>' % " ".join('<a href="https://%s/jobs/search?pr=%d&amp;in_iframe=1">%d</a>' % (host, k, k + 1) for k in range(2))
        file(host, "jobs/search-%d.html" % n, '<!DOCTYPE html><html><head><title>Job Listings</title></head><body><nav><a href="/jobs/intro">Welcome</a></nav><ul class="iCIMS_JobsTable">%s</ul>%s</body></html>\n' % ("\n".join(part), pages), url="/jobs/search", query="ss=1&in_iframe=1&pr=%d" % n)


# A company's own site: a careers page in two pages, and in each posting one of
# the defects that JSON-LD has in the wild.

NAV = '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li><li><a href="/careers">Careers</a></li><li><a href="/blog/how-we-hire-engineers">How we hire engineers</a></li></ul></nav></header>'
FOOT = '<footer><p>© 2026 Northquay. <a href="/privacy">Privacy policy</a> <a href="/careers/benefits">Benefits</a> <a href="/careers/faq">Questions</a></p></footer>'


def frame(title, head, body):
    return '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>%s | Northquay</title>%s</head>\n<body>%s\n<main>%s</main>\n%s</body></html>\n' % (html.escape(title), head, NAV, body, FOOT)


def ld(j, url, **more):
    o = {"@context": "https://schema.org/", "@type": "JobPosting", "title": j["title"], "description": markup(blocks(j)), "datePosted": j["posted"], "hiringOrganization": {"@type": "Organization", "name": j["company"]},
         "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Bremen", "addressCountry": "DE"}}, "employmentType": "FULL_TIME", "url": url}
    o.update(more)
    return o


def careers():
    host = "jobs.northquay.example"
    base = "https://" + host
    titles = [
        ("graph", "VP of Engineering"), ("control", "Director of Engineering"), ("comma", "Engineering Manager, Cranes"), ("cdata", "Staff Engineer"),
        ("missing", "Head of Platform"), ("entities", "Director, Research & Development"), ("microdata", "Senior Director of Software"), ("plain", "Principal Engineer"), ("expired", "Chief Technology Officer"), ("pay", "Vice President of Infrastructure"),
    ]
    links = []
    for i, (kind, title) in enumerate(titles):
        j = job("Northquay", title, locations=["Bremen, DE"], employment="full-time", posted="2026-03-%02d" % (i + 1))
        slug = title.lower().replace(",", "").replace(" & ", "-").replace(" ", "-")
        url = base + "/careers/" + slug
        body = "<h1>%s</h1>%s" % (html.escape(title), markup(blocks(j)))
        script = '<script type="application/ld+json">%s</script>'
        o = ld(j, url)
        s = json.dumps(o, ensure_ascii=False)
        want = dict(more={})
        if kind == "graph":
            s = json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Northquay"}, {"@type": "BreadcrumbList", "itemListElement": []}, dict(o, validThrough="2026-12-31")]})
            j["validThrough"] = "2026-12-31"
        elif kind == "control":
            s = json.dumps(o, ensure_ascii=False).replace("\\n", "\n").replace("<h3>", "\x0b\t<h3>")
        elif kind == "comma":
            s = json.dumps(o)[:-1] + ",}"
        elif kind == "cdata":
            s = "\n//<![CDATA[\n" + s + "\n//]]>\n"
        elif kind == "missing":
            s = "<!--\n" + s.replace(', "hiringOrganization"', ' "hiringOrganization"') + "\n-->"
        elif kind == "entities":
            s = json.dumps(dict(o, description=html.escape(html.escape(markup(blocks(j)))), title=html.escape(title)))
        elif kind == "pay":
            s = json.dumps(dict(o, baseSalary={"@type": "MonetaryAmount", "currency": "EUR", "value": {"@type": "QuantitativeValue", "value": "145000", "unitText": "YEAR"}}, jobLocation=[{"@type": "Place", "address": "Bremen, DE"}, {"@type": "Place", "address": {"addressLocality": "Kiel"}}],
                jobLocationType="TELECOMMUTE", identifier={"@type": "PropertyValue", "name": "Northquay", "value": "NQ-77"}, employmentType=["FULL_TIME", "PART_TIME"]))
            j.update(pay=pay(145000, 145000, "EUR", "year"), locations=["Remote", "Bremen, DE", "Kiel"], workplace="remote", employment="full-time, part-time")
            j["pay"]["text"] = "EUR 145000 YEAR"
        head = script % s
        if kind == "microdata":
            head = ""
            body = ('<article itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">%s</h1><meta itemprop="datePosted" content="%s"><meta itemprop="employmentType" content="FULL_TIME">'
                    '<span itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization"><span itemprop="name">Northquay</span></span>'
                    '<span itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><span itemprop="address" itemscope itemtype="http://schema.org/PostalAddress"><span itemprop="addressLocality">Bremen</span>, <span itemprop="addressCountry">DE</span></span></span>'
                    '<div itemprop="description">%s</div></article>') % (html.escape(title), j["posted"], markup(blocks(j)))
        elif kind == "plain":
            head = '<meta property="og:site_name" content="Northquay">'
            for k in ("locations", "employment", "posted"):
                del j[k]
            want["more"]["company"] = "Northquay"
        elif kind == "expired":
            head = ""
            body = "<h1>This job is no longer available</h1><p>The position has been filled. Please look at our other openings.</p>"
        body += '<p><a class="button" href="/careers/%s/apply">Apply now</a></p>' % slug
        page = frame(title if kind != "expired" else "Job closed", head, body)
        file(host, "careers/%s.html" % slug, page, url="/careers/" + slug)
        links.append('<li class="opening"><a href="/careers/%s"><span>%s</span></a> <span class="where">Bremen</span></li>' % (slug, html.escape(title)))
        if kind == "expired":
            answers.append({"source": base + "/careers", "id": "web/%s/careers/%s" % (host, slug), "url": url, "closed": True})
        else:
            j["applyURL"] = url + "/apply"
            answer(base + "/careers", "web/%s/careers/%s" % (host, slug), url, j, **want["more"])
    file(host, "careers.html", frame("Careers", "", "<h1>Work with us</h1><p>Ten openings, by the water.</p><ul>%s</ul><p><a rel=\"next\" href=\"/careers?page=2\">Next</a></p>" % "\n".join(links[:6])), url="/careers")
    file(host, "careers-2.html", frame("Careers", "", "<h1>Work with us</h1><ul>%s</ul><p><a href=\"/careers\">Previous</a></p>" % "\n".join(links[6:])), url="/careers", query="page=2")

    # Another company shows its Greenhouse board in its own page.
    file("www.lumenforge.example", "jobs.html", '<!DOCTYPE html><html><head><title>Jobs at Lumenforge</title></head><body><nav><a href="/">Home</a></nav><h1>Jobs</h1><div id="grnhse_app"></div><script src="https://boards.greenhouse.io/embed/job_board/js?for=lumenforge"></script></body></html>\n', url="/jobs")
    # A third links to its board.
    file("www.quillmark.example", "about.html", '<!DOCTYPE html><html><head><title>Quillmark</title></head><body><h1>About us</h1><p>We make paper talk, and we are growing.</p><a href="https://jobs.ashbyhq.com/quillmark?utm_source=site">See open positions</a></body></html>\n', url="/about")


# A sitemap of sitemaps, one of them compressed; pages in old encodings.

def sitemap():
    host = "www.tarnfield.example"
    base = "https://" + host
    js = [
        ("utf8", job("Tarnfield", "Director of Engineering", locations=["Besançon, FR"], employment="full-time", posted="2026-05-11")),
        ("latin", job("Tarnfield", "Vice President of Engineering – Réseau", locations=["Besançon, FR"], employment="full-time", posted="2026-05-12")),
        ("nocharset", job("Tarnfield", "Engineering Manager (Café)", locations=["Besançon, FR"], employment="full-time", posted="2026-05-13")),
    ]
    urls = []
    for i, (kind, j) in enumerate(js):
        path = "/jobs/%d-role" % (301 + i)
        o = ld(j, base + path, jobLocation={"@type": "Place", "address": {"addressLocality": "Besançon", "addressCountry": "FR"}})
        page = '<!DOCTYPE html><html><head>%s<title>%s</title><script type="application/ld+json">%s</script></head><body><h1>%s</h1>%s</body></html>\n' % ('<meta charset="utf-8">' if kind == "utf8" else "", j["title"], json.dumps(o, ensure_ascii=False), j["title"], markup(blocks(j)))
        enc = "utf-8" if kind == "utf8" else "windows-1252"
        file(host, "jobs/%d.html" % (301 + i), page.encode(enc), url=path, ctype={"utf8": "text/html;charset=utf-8", "latin": "text/html;charset=iso-8859-1", "nocharset": "text/html"}[kind])
        urls.append("<url>\n<loc>\n%s\n</loc><lastmod>2026-05-%02d</lastmod></url>" % (base + path, 11 + i))
        answer(base + "/sitemap.xml", "web/tarnfield.example" + path, base + path, j)
    ns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    file(host, "sitemap.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex %s>\n<sitemap><loc>%s/sitemap-jobs.xml.gz</loc></sitemap>\n<sitemap><loc>%s/sitemap-pages.xml</loc></sitemap>\n</sitemapindex>\n' % (ns, base, base))
    buf = io.BytesIO()
    with gzip.GzipFile(fileobj=buf, mode="wb", mtime=0, filename="") as g:
        g.write(('<?xml version="1.0" encoding="UTF-8"?>\n<urlset %s>\n%s\n</urlset>\n' % (ns, "\n".join(urls))).encode())
    file(host, "sitemap-jobs.xml.gz", buf.getvalue())
    file(host, "sitemap-pages.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<urlset %s>\n<url><loc>%s/</loc></url>\n<url><loc>%s/about</loc></url>\n<url><loc>%s/blog/why-engineers-stay</loc></url>\n</urlset>\n' % (ns, base, base, base))


# Feeds: RSS with whole texts, Atom with summaries and links.

def feeds():
    host = "feeds.umberlock.example"
    base = "https://" + host
    a = [job("Umberlock", "Director of Engineering", posted="2026-06-10"), job("Umberlock", "VP Engineering, R&D", posted="2026-06-11")]
    x = '<?xml version="1.0"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Umberlock</title><link>%s/</link>\n' % base
    for i, j in enumerate(a):
        url = "%s/openings/%d" % (base, 50 + i)
        x += "<item><title>%s</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate><description>%s</description><content:encoded><![CDATA[%s]]></content:encoded></item>\n" % (
            html.escape(html.escape(j["title"])) if i else j["title"], url, url, ["Wed, 10 Jun 2026 08:00:00 GMT", "Thu, 11 Jun 2026 08:00:00 +0200"][i], html.escape(j["intro"]), markup(blocks(j)))
        answer(base + "/jobs.rss", "web/%s/openings/%d" % (host, 50 + i), url, j)
    file(host, "jobs.rss", x + "</channel></rss>\n")
    j = job("Umberlock", "Engineering Director, Tides", posted="2026-06-12", locations=["Plymouth, GB"], employment="full-time")
    url = base + "/openings/60"
    file(host, "atom.xml", '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Umberlock openings</title><link rel="self" href="%s/atom.xml"/>\n<entry><title>%s</title><link rel="alternate" href="%s"/><id>tag:umberlock.example,2026:60</id><updated>2026-06-12T08:00:00Z</updated><summary>%s</summary></entry>\n</feed>\n' % (base, j["title"], url, j["intro"]))
    o = ld(j, url, jobLocation={"@type": "Place", "address": {"addressLocality": "Plymouth", "addressCountry": "GB"}})
    file(host, "openings/60.html", '<!DOCTYPE html><html><head><meta charset="utf-8"><title>%s</title><script type="application/ld+json">%s</script></head><body><h1>%s</h1>%s</body></html>\n' % (j["title"], json.dumps(o), j["title"], markup(blocks(j))), url="/openings/60")
    answer(base + "/atom.xml", "web/%s/openings/60" % host, url, j)


for name in os.listdir(HERE):
    if os.path.isdir(os.path.join(HERE, name)):
        shutil.rmtree(os.path.join(HERE, name))
for make in (greenhouse, lever, ashby, smartrecruiters, workable, recruitee, personio, teamtailor, workday, bamboohr, icims, careers, sitemap, feeds):
    make()
with open(os.path.join(HERE, "routes.txt"), "w") as f:
    f.write("# METHOD host path?query [part of the body] -> file [status] [content type]\n# The first line that fits is taken; what fits none is 404. The type is by default that of the file's name.\n")
    f.write("\n".join(routes) + "\n")
with open(os.path.join(HERE, "answers.jsonl"), "w") as f:
    for a in answers:
        f.write(json.dumps(a, ensure_ascii=False) + "\n")
