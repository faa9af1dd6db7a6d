package stress.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stress.contract.Rendered;
import stress.transport.HttpCall;
import stress.transport.TargetUrl;

class TargetBaseTest {
  private static TargetBase base(String http, Map<String, String> added) {
    TargetUrl url = TargetUrl.parse(http);
    return new TargetBase(url, url.webSocket(), added);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/jobs/7,                            /jobs/7",
    "/jobs/a%2Fb?x=1,                    /jobs/a%2Fb?x=1",
    "/jobs/7#part,                       /jobs/7",
    "http://h:8000/jobs/7,               /jobs/7",
    "https://inner.local/jobs/7?a=b#c,   /jobs/7?a=b",
    "//other/jobs/7,                     /jobs/7",
    "HTTP://user:pw@inner:1/jobs,        /jobs",
    "/callback?to=http://x/y,            /callback?to=http://x/y",
  })
  void onlyPathAndQueryOfAnAnsweredAddressAreUsed(String address, String target) {
    assertThat(TargetBase.target(address)).contains(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jobs/7",
        "http://inner",
        "#top",
        "mailto:a@b",
        "/jobs/a b",
        "/jobs/7 HTTP/1.1\r\nX: y",
        "/jobs/ä",
      })
  void anAddressThatCannotBeSentIsNone(String address) {
    assertThat(TargetBase.target(address)).isEmpty();
  }

  @Test
  void anAnsweredPathStandsAtTheOriginOfOurOwnHost() {
    TargetBase base = base("https://u:p@api.local:8443/base", Map.of());

    assertThat(base.origin("/jobs/7?x=1")).isEqualTo("https://api.local:8443/jobs/7?x=1");
  }

  @Test
  void aCallIsRenderedBehindTheBasePath() {
    TargetBase base = base("http://h:1/base/", Map.of("X-A", "1"));
    Rendered rendered =
        new Rendered("PUT", "/jobs", Map.of("X-B", "2"), Optional.of("text/plain"), new byte[] {7});

    HttpCall call = base.call(rendered, Duration.ofSeconds(3));

    assertThat(call.method()).isEqualTo("PUT");
    assertThat(call.url()).isEqualTo("http://h:1/base/jobs");
    assertThat(call.headers()).isEqualTo(Map.of("X-A", "1", "X-B", "2"));
    assertThat(call.contentType()).contains("text/plain");
    assertThat(call.body()).containsExactly(7);
    assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void userInformationBecomesBasicAuthorization() {
    TargetBase base = base("http://us%3Aer:p%C3%A4ss@h", Map.of());

    // "us:er:päss" in UTF-8
    assertThat(base.headers(Map.of(), base.http()))
        .isEqualTo(Map.of("Authorization", "Basic dXM6ZXI6cMOkc3M="));
  }

  @Test
  void theContractsHeaderReplacesUserInformationAndTheUsersReplacesBoth() {
    TargetBase plain = base("http://u:p@h", Map.of());
    TargetBase added = base("http://u:p@h", Map.of("AUTHORIZATION", "Bearer user"));
    Map<String, String> contract = Map.of("authorization", "Bearer contract");

    assertThat(plain.headers(contract, plain.http()).values()).containsExactly("Bearer contract");
    assertThat(added.headers(contract, added.http()).values()).containsExactly("Bearer user");
  }

  @Test
  void theSocketsAuthorizationIsThatOfItsOwnAddress() {
    TargetBase base =
        new TargetBase(TargetUrl.parse("http://u:p@h"), TargetUrl.parse("ws://other"), Map.of());

    assertThat(base.headers(Map.of(), base.socket())).isEmpty();
  }

  @Test
  void itsTextHoldsNoSecret() {
    TargetBase base =
        new TargetBase(
            TargetUrl.parse("http://u:p@h:1/a?token=s3cret"),
            TargetUrl.parse("ws://u:p@h:1/a?token=s3cret"),
            Map.of("Authorization", "s3cret"));

    assertThat(base)
        .hasToString("http://h:1/a?token=… and ws://h:1/a?token=…, headers [Authorization]");
  }
}
