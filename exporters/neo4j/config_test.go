package neo4j_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/exporters/neo4j"
)

const secret = "hush-hush-secret"

func TestFromEnv(t *testing.T) {
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte(secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		env  map[string]string
		want neo4j.Config
	}{
		"nothing":              {nil, neo4j.Config{URI: "bolt://localhost:7687"}},
		"password only":        {map[string]string{"NEO4J_PASSWORD": secret}, neo4j.Config{URI: "bolt://localhost:7687", Username: "neo4j", Password: secret}},
		"auth":                 {map[string]string{"NEO4J_AUTH": "me/a/b"}, neo4j.Config{URI: "bolt://localhost:7687", Username: "me", Password: "a/b"}},
		"auth none":            {map[string]string{"NEO4J_AUTH": "none"}, neo4j.Config{URI: "bolt://localhost:7687"}},
		"single ones win":      {map[string]string{"NEO4J_AUTH": "me/other", "NEO4J_USERNAME": "you", "NEO4J_PASSWORD": secret}, neo4j.Config{URI: "bolt://localhost:7687", Username: "you", Password: secret}},
		"another user's auth":  {map[string]string{"NEO4J_AUTH": "me/other", "NEO4J_USERNAME": "you"}, neo4j.Config{URI: "bolt://localhost:7687", Username: "you"}},
		"password in a file":   {map[string]string{"NEO4J_PASSWORD_FILE": file}, neo4j.Config{URI: "bolt://localhost:7687", Username: "neo4j", Password: secret}},
		"database and address": {map[string]string{"NEO4J_URI": "neo4j+s://db.example.org", "NEO4J_DATABASE": "news", "NEO4J_PASSWORD": secret}, neo4j.Config{URI: "neo4j+s://db.example.org", Username: "neo4j", Password: secret, Database: "news"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := neo4j.FromEnv(func(key string) string { return c.env[key] })
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for name, env := range map[string]map[string]string{
		"auth without a slash": {"NEO4J_AUTH": secret},
		"auth without a user":  {"NEO4J_AUTH": "/" + secret},
		"secret in the URI":    {"NEO4J_URI": "bolt://neo4j:" + secret + "@localhost:7687"},
		"no file":              {"NEO4J_PASSWORD_FILE": filepath.Join(t.TempDir(), "none")},
	} {
		_, err := neo4j.FromEnv(func(key string) string { return env[key] })
		if err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: error %v", name, err)
		}
		if name == "no file" && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestConfigCheck(t *testing.T) {
	for _, c := range []struct {
		config neo4j.Config
		want   string // part of the error; "" for none
	}{
		{neo4j.Config{URI: "bolt://localhost:7687", Username: "neo4j"}, ""},
		{neo4j.Config{URI: "bolt://127.0.0.2", Username: "neo4j"}, ""},
		{neo4j.Config{URI: "neo4j://[::1]:7687", Username: "neo4j"}, ""},
		{neo4j.Config{URI: "bolt://db.example.org"}, ""},
		{neo4j.Config{URI: "bolt+s://db.example.org", Username: "neo4j"}, ""},
		{neo4j.Config{URI: "bolt://db.example.org", Username: "neo4j"}, "unencrypted"},
		{neo4j.Config{URI: "bolt://localhost.example.org", Username: "neo4j"}, "unencrypted"},
		{neo4j.Config{URI: "neo4j://10.0.0.1", Username: "neo4j", AllowPlaintext: true}, ""},
		{neo4j.Config{URI: "bolt+ssc://db.example.org", Username: "neo4j"}, "any certificate"},
		{neo4j.Config{URI: "bolt+ssc://db.example.org", Username: "neo4j", AllowAnyCertificate: true}, ""},
		{neo4j.Config{URI: "http://localhost:7474"}, "want bolt or neo4j"},
		{neo4j.Config{URI: "bolt+x://localhost"}, "want bolt or neo4j"},
		{neo4j.Config{URI: "bolt://"}, "want bolt or neo4j"},
		{neo4j.Config{URI: "localhost:7687"}, "want bolt or neo4j"},
		{neo4j.Config{URI: "bolt://user@localhost"}, "NEO4J_USERNAME"},
		{neo4j.Config{URI: "bolt://a b:" + secret + "@x"}, "cannot be read"},
		{neo4j.Config{URI: ""}, "want bolt or neo4j"},
	} {
		c.config.Password = secret
		err := c.config.Check()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: error %v, want %q", c.config.URI, err, c.want)
		}
		if strings.Contains(fmt.Sprintf("%v %+v %#v %s %v", c.config, c.config, &c.config, c.config, err), secret) {
			t.Errorf("%s shows the password", c.config.URI)
		}
	}
}

func TestCertificateAuthority(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(file, []byte("no certificate"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, ca := range []string{file, file + ".missing"} {
		if _, err := neo4j.Open(t.Context(), neo4j.Config{URI: "bolt+s://localhost", CAFile: ca}); err == nil {
			t.Errorf("%s: no error", ca)
		}
	}
}
