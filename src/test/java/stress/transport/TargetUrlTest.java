package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetUrlTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://localhost:8000,            http,  localhost,       8000, ''",
    "http://localhost,                 http,  localhost,       80,   ''",
    "https://localhost,                https, localhost,       443,  ''",
    "ws://localhost,                   ws,    localhost,       80,   ''",
    "wss://localhost,                  wss,   localhost,       443,  ''",
    "http://localhost:,                http,  localhost,       80,   ''",
    "HTTPS://API.Example.COM/V1,       https, api.example.com, 443,  /V1",
    "http://localhost/,                http,  localhost,       80,   ''",
    "http://localhost/api/v1//,        http,  localhost,       80,   /api/v1",
    "http://my_host.internal:1,        http,  my_host.internal, 1,   ''",
    "http://10.0.0.1:65535/a%20b,      http,  10.0.0.1,        65535, /a%20b",
    "http://[::1]:8000/x,              http,  ::1,             8000, /x",
    "http://[2001:DB8::1],             http,  2001:db8::1,     80,   ''",
    "http://[::ffff:10.0.0.1],         http,  ::ffff:10.0.0.1, 80,   ''",
    "http://[fe80::1%25eth0]:8000,     http,  fe80::1%25eth0,  8000, ''",
    "http://[fe80::1%25Eth0],          http,  fe80::1%25Eth0,  80,   ''",
  })
  void anAddressIsTakenApart(String text, String scheme, String host, int port, String path) {
    TargetUrl url = TargetUrl.parse(text);

    assertThat(url)
        .isEqualTo(
            new TargetUrl(
                scheme, Optional.empty(), host, port, path, Optional.empty(), text.endsWith("/")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://user:secret@h,          user:secret",
    "http://user@h,                 user",
    "http://user:@h,                user:",
    "http://:secret@h,              :secret",
    "http://us%65r:p%40ss%2Fw%3A@h, user:p@ss/w:",
    "http://a@b:c@h,                a@b:c",
    "http://user:p%C3%A4ss@h,       user:päss",
    "http://user:päss@h,            user:päss",
  })
  void userInformationEndsAtTheLastAtSignAndIsDecoded(String text, String userInfo) {
    TargetUrl url = TargetUrl.parse(text);

    assertThat(url.userInfo()).contains(userInfo);
    assertThat(url.host()).isEqualTo("h");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ws://h:1,               ws://h:1/,                  ws://h:1/?a=b",
    "ws://h:1/,              ws://h:1/,                  ws://h:1/?a=b",
    "ws://u:p@h:1/ws,        ws://h:1/ws,                ws://h:1/ws?a=b",
    "wss://H/ws/,            wss://h/ws/,                wss://h/ws/?a=b",
    "ws://h:1/ws?token=1&x,  ws://h:1/ws?token=1&x,      ws://h:1/ws?token=1&x&a=b",
    "ws://h:1?x=1,           ws://h:1/?x=1,              ws://h:1/?x=1&a=b",
  })
  void theAddressItselfKeepsItsSlashAndItsQuery(String text, String alone, String more) {
    TargetUrl url = TargetUrl.parse(text);

    assertThat(url.address("")).isEqualTo(alone);
    assertThat(url.address("?a=b")).isEqualTo(more);
    assertThat(url).hasToString(url.display());
    assertThat(url.display()).doesNotContain("token=1", "u:p");
  }

  @Test
  void theQueryIsKeptApart() {
    TargetUrl url = TargetUrl.parse("ws://h:1/feed?symbol=aapl&x=a?b/c@d");

    assertThat(url.path()).isEqualTo("/feed");
    assertThat(url.query()).contains("symbol=aapl&x=a?b/c@d");
    assertThat(url.userInfo()).isEmpty();
    assertThat(TargetUrl.parse("http://h?x=1").query()).contains("x=1");
    assertThat(TargetUrl.parse("http://h?").query()).contains("");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost:8000       | no scheme | an address such as http://localhost:8000",
        "''                   | no scheme | an address such as http://localhost:8000",
        "ftp://h              | the scheme 'ftp' | http, https, ws or wss",
        "://h                 | the scheme '' | http, https, ws or wss",
        "http://h/a b         | a space or control character | it percent-encoded, such as %20",
        "http://h/#top        | a fragment (#…) | none: a fragment is never sent to a server",
        "http://              | the host '' | a host name or address, IPv6 in brackets",
        "http://::1:8000      | the host '' | a host name or address, IPv6 in brackets",
        "http://a,b           | the host 'a,b' | a host name or address, IPv6 in brackets",
        "http://bücher.de     | the host 'bücher.de' | a host name or address, IPv6 in brackets",
        "http://[::1          | the host '[::1' | an IPv6 address such as [::1]",
        "http://[localhost]   | the host '[localhost]' | an IPv6 address such as [::1]",
        "http://[1:2]         | the host '[1:2]' | an IPv6 address such as [::1]",
        "http://[:::]         | the host '[:::]' | an IPv6 address such as [::1]",
        "http://[fe80::1%lo]  | the host '[fe80::1%lo]' | an IPv6 address such as [::1]",
        "http://h:0           | the port '0' | a number from 1 to 65535",
        "http://h:65536       | the port '65536' | a number from 1 to 65535",
        "http://h:80a         | the port '80a' | a number from 1 to 65535",
        "http://h:-1          | the port '-1' | a number from 1 to 65535",
        "http://[::1]8000     | the port '8000' | a number from 1 to 65535",
        "http://h/50%         | a '%' that begins no escape | two hexadecimal digits after it",
        "http://h/?x=%zz      | a '%' that begins no escape | two hexadecimal digits after it",
        "http://h/straße      | a character beyond ASCII | it percent-encoded, such as %C3%A4",
      })
  void aWrongAddressIsRefusedWithASentence(String text, String found, String expected) {
    assertThatThrownBy(() -> TargetUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "': found " + found + ", expected " + expected);
  }

  @Test
  void aBrokenEscapeInTheUserInformationIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> TargetUrl.parse("http://user:p%4@h"))
        .hasMessage(
            "'http://user:***@h': found a '%' that begins no escape,"
                + " expected two hexadecimal digits after it");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://user:secret@h:0,        http://user:***@h:0",
    "http://a@b:secret@h:0,         http://a@b:***@h:0",
    "http://user:se@cret@h:0,       http://user:***@h:0",
    "http://user:secret/1@h,        http://user:***@h",
    "http://user:secret?1@h,        http://user:***@h",
    "http://user:secret#1@h,        http://user:***@h",
    "http://secrettoken@h:0,        http://***@h:0",
    "user:secret@h,                 user:***@h",
    "ftp://user:secret@h,           ftp://user:***@h",
  })
  void noErrorShowsAPassword(String text, String shown) {
    assertThatThrownBy(() -> TargetUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + shown + "': found ")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void aPasswordThatShouldHaveBeenEncodedIsNamedAsTheReason() {
    assertThatThrownBy(() -> TargetUrl.parse("http://user:secret/1@h"))
        .hasMessage(
            "'http://user:***@h': found a '/', '?' or '#' before the '@',"
                + " expected it percent-encoded in a password: %2F, %3F or %23");
  }

  @Test
  void whatIsShownHasNeitherUserInformationNorSecretsOfTheQuery() {
    TargetUrl url = TargetUrl.parse("HTTPS://user:secret@Host:443/api/?a=1&key=secret");

    assertThat(url.display()).isEqualTo("https://host/api?a=1&key=…");
    assertThat(url).hasToString("https://host/api?a=1&key=…");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://h,               h",
    "http://h:80,            h",
    "http://h:443,           h:443",
    "https://h:443,          h",
    "https://h:80,           h:80",
    "http://[::1]:80,        [::1]",
    "http://[::1]:8000,      [::1]:8000",
  })
  void theHostHeaderLeavesOutADefaultPort(String text, String header) {
    assertThat(TargetUrl.parse(text).hostHeader()).isEqualTo(header);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://h:8000/,          http://h:8000/jobs/a%2Fb?x=1",
    "http://u:p@h:8000/base/, http://h:8000/base/jobs/a%2Fb?x=1",
    "http://[::1]:8000,       http://[::1]:8000/jobs/a%2Fb?x=1",
  })
  void aPathIsResolvedBehindTheBasePath(String base, String url) {
    assertThat(TargetUrl.parse(base).resolve("/jobs/a%2Fb?x=1")).isEqualTo(url);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://h:1/p,   http://h:1/p,  ws://h:1/p",
    "https://h/p,    https://h/p,   wss://h/p",
    "ws://h:1/p,     http://h:1/p,  ws://h:1/p",
    "wss://h/p,      https://h/p,   wss://h/p",
  })
  void theSchemeIsExchangedAndEverythingElseKept(String text, String http, String socket) {
    TargetUrl url = TargetUrl.parse(text);

    assertThat(url.http()).hasToString(http);
    assertThat(url.webSocket()).hasToString(socket);
    assertThat(url.http().port()).isEqualTo(url.port());
    assertThat(TargetUrl.parse("http://a:b@h?x").webSocket().userInfo()).contains("a:b");
    assertThat(TargetUrl.parse("http://a:b@h?x").webSocket().query()).contains("x");
  }

  @Test
  void onlyTheSchemesWithAnSAreSecure() {
    assertThat(TargetUrl.parse("https://h").secure()).isTrue();
    assertThat(TargetUrl.parse("wss://h").secure()).isTrue();
    assertThat(TargetUrl.parse("http://h").secure()).isFalse();
    assertThat(TargetUrl.parse("ws://h").secure()).isFalse();
  }
}
