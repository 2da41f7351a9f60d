package neo4j

import (
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"slices"
	"strings"
)

// DefaultURI is where a local server listens unless told otherwise.
const DefaultURI = "bolt://localhost:7687"

// Config says how to reach a server.
type Config struct {
	// URI has one of the schemes bolt, neo4j, bolt+s, neo4j+s, bolt+ssc and
	// neo4j+ssc, a host and perhaps a port; never a user or a password.
	URI string
	// Username and Password; without a user name no credentials are sent.
	Username string
	Password string
	// Database is the database's name; "" means the user's home database.
	Database string
	// CAFile names a PEM file of certificates to trust instead of the
	// system's, for the schemes with +s; "" trusts the system's.
	CAFile string
	// AllowPlaintext permits credentials over an unencrypted connection to a
	// host that is not this one.
	AllowPlaintext bool
	// AllowAnyCertificate permits the schemes with +ssc, which accept any
	// certificate.
	AllowAnyCertificate bool
}

// FromEnv reads a Config from the environment: NEO4J_URI (DefaultURI where it
// is not set), NEO4J_USERNAME and NEO4J_PASSWORD, or both as NEO4J_AUTH=user/password
// ("none" for a server without authentication), NEO4J_PASSWORD_FILE, NEO4J_DATABASE
// and NEO4J_CA_FILE. The single variables win over NEO4J_AUTH; the user is
// "neo4j" where only a password is given. getenv is os.Getenv or a stand-in for it.
func FromEnv(getenv func(string) string) (Config, error) {
	c := Config{
		URI:      getenv("NEO4J_URI"),
		Username: getenv("NEO4J_USERNAME"),
		Password: getenv("NEO4J_PASSWORD"),
		Database: getenv("NEO4J_DATABASE"),
		CAFile:   getenv("NEO4J_CA_FILE"),
	}
	if c.URI == "" {
		c.URI = DefaultURI
	}
	if file := getenv("NEO4J_PASSWORD_FILE"); file != "" && c.Password == "" {
		secret, err := os.ReadFile(file)
		if err != nil {
			return Config{}, fmt.Errorf("NEO4J_PASSWORD_FILE: %w", err)
		}
		c.Password = strings.TrimRight(string(secret), "\r\n")
	}
	if err := c.readAuth(getenv("NEO4J_AUTH")); err != nil {
		return Config{}, err
	}
	if c.Username == "" && c.Password != "" {
		c.Username = "neo4j"
	}
	return c, c.Check()
}

func (c *Config) readAuth(auth string) error {
	if auth == "" || auth == "none" {
		return nil
	}
	user, password, ok := strings.Cut(auth, "/")
	if !ok || user == "" {
		return errors.New("NEO4J_AUTH: want user/password, or none")
	}
	if c.Username == "" {
		c.Username = user
	}
	if c.Password == "" && c.Username == user {
		c.Password = password
	}
	return nil
}

// Check tells what is wrong with c, or nil. It repeats no part of the URI but
// its scheme and host.
func (c *Config) Check() error {
	u, err := url.Parse(c.URI)
	if err != nil {
		return errors.New("the URI of the server cannot be read: want for example bolt://localhost:7687")
	}
	if u.User != nil {
		return errors.New("the URI of the server holds a user or a password: put them into NEO4J_USERNAME and NEO4J_PASSWORD")
	}
	scheme, security, _ := strings.Cut(u.Scheme, "+")
	if scheme != "bolt" && scheme != "neo4j" || !slices.Contains([]string{"", "s", "ssc"}, security) || u.Host == "" {
		return fmt.Errorf("the URI of the server is %s://%s: want bolt or neo4j, with +s for an encrypted connection, and a host", u.Scheme, u.Host)
	}
	if security == "ssc" && !c.AllowAnyCertificate {
		return fmt.Errorf("%s:// accepts any certificate and protects from nobody in between: use +s with NEO4J_CA_FILE, or allow it explicitly", u.Scheme)
	}
	if security == "" && c.Username != "" && !c.AllowPlaintext && !loopback(u.Hostname()) {
		return fmt.Errorf("the password would travel unencrypted to %s: use %s+s://, or allow plain text explicitly", u.Hostname(), scheme)
	}
	return nil
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// String tells where c leads, without credentials.
func (c Config) String() string {
	host := "the server"
	if u, err := url.Parse(c.URI); err == nil && u.User == nil {
		host = u.Scheme + "://" + u.Host
	}
	if c.Database == "" {
		return host
	}
	return host + ", database " + c.Database
}

// GoString is String, so that %#v prints no password either.
func (c Config) GoString() string { return c.String() }

// authorities returns the certificates of CAFile, nil without one.
func (c *Config) authorities() (*x509.CertPool, error) {
	if c.CAFile == "" {
		return nil, nil
	}
	pem, err := os.ReadFile(c.CAFile)
	if err != nil {
		return nil, fmt.Errorf("certificate authority: %w", err)
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("certificate authority: %s holds no PEM certificate", c.CAFile)
	}
	return pool, nil
}
