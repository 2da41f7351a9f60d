package neo4j_test

import (
	"context"
	"crypto/tls"
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente/exporters/neo4j"
)

// TestEncrypted loads over TLS with a certificate of an authority of one's own,
// and fails at once where the certificate is not trusted or the server speaks
// no TLS: waiting would not help.
func TestEncrypted(t *testing.T) {
	db := fresh(t)
	web := httptest.NewTLSServer(http.NotFoundHandler()) // for its certificate
	defer web.Close()
	authority := filepath.Join(t.TempDir(), "ca.pem")
	block := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: web.Certificate().Raw})
	if err := os.WriteFile(authority, block, 0o600); err != nil {
		t.Fatal(err)
	}
	p := between(t, db, func(int) fate { return pass }, &tls.Config{Certificates: web.TLS.Certificates, MinVersion: tls.VersionTLS12})
	encrypted := "bolt+s" + strings.TrimPrefix(p.URI, "bolt")
	for name, c := range map[string]struct {
		uri, ca string
		anyCert bool
		ok      bool
	}{
		"own authority":       {encrypted, authority, false, true},
		"unknown authority":   {encrypted, "", false, false},
		"any certificate":     {strings.Replace(encrypted, "+s", "+ssc", 1), "", true, true},
		"server speaks plain": {"bolt+s" + strings.TrimPrefix(db.URI, "bolt"), authority, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			config := db.config()
			config.URI, config.CAFile, config.AllowAnyCertificate = c.uri, c.ca, c.anyCert
			s, err := neo4j.Open(t.Context(), config)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = s.Close(t.Context()) }()
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			_, err = s.Load(ctx, northern(), neo4j.Options{Wait: time.Hour})
			if (err == nil) != c.ok || ctx.Err() != nil {
				t.Errorf("error %v, want one: %v", err, !c.ok)
			}
		})
	}
}
