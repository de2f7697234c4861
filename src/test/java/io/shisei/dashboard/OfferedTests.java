package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.ServletRequestPathUtils;

/** What each role is offered: every form with a button and every link of every page leads where the role may go. */
@SpringBootTest(classes = Pages.class, properties = "management.endpoint.health.validate-group-membership=false")
@AutoConfigureMockMvc
@DirtiesContext
class OfferedTests {

    private static final Pattern FORM =
            Pattern.compile("<form(?<head>[^>]*)>(?<body>.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]+)\"");
    private static final Pattern OTHER_ACTION = Pattern.compile("formaction=\"([^\"]+)\"");
    private static final Pattern BUTTON = Pattern.compile("<button(?![^>]*(formaction|type=\"button\"))");
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"]*)\"");

    /** What no handler of ours answers. */
    private static final Set<String> OF_SPRING = Set.of("/login", "/logout");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private record Offer(String method, String path) {}

    @ParameterizedTest
    @EnumSource(Role.class)
    void isWhatTheRoleMay(Role role) {
        assertThat(pages(role))
                .hasSizeGreaterThan(25)
                .allSatisfy(page -> assertThat(offers(page, role)).as(page).allMatch(offer -> may(role, offer)));
    }

    @Test
    void isMoreForWhoMayMore() {
        assertThat(posts(Role.READER)).contains("/settings/tokens", "/password").doesNotContain("/scans");
        assertThat(posts(Role.OPERATOR)).contains("/scans", "/suppressions").doesNotContain("/deadlines", "/users");
        assertThat(posts(Role.ADMINISTRATOR)).contains("/scans", "/deadlines", "/users", "/accounts", "/schedules");
    }

    @Test
    void saysWhoMayWhatTheRoleMayNot() {
        assertThat(page("/deadlines", Role.OPERATOR)).contains("Only administrators can change something here.");
        assertThat(page("/findings/" + MadeUp.ID, Role.READER)).contains("Only operators and administrators can");
        assertThat(page("/findings/" + MadeUp.ID, Role.OPERATOR)).doesNotContain("data-testid=\"lacking\"");
    }

    private Stream<String> pages(Role role) {
        return PagesLookIT.pages().filter(page -> may(role, new Offer("GET", page)));
    }

    private boolean may(Role role, Offer offer) {
        var login = new TestingAuthenticationToken("admin", null, role.authorities());
        return needs(offer).orElse(Permission.COME_IN).isOf(login);
    }

    private List<String> posts(Role role) {
        return pages(role)
                .flatMap(page -> offers(page, role).stream())
                .filter(offer -> offer.method.equals("POST"))
                .map(Offer::path)
                .distinct()
                .toList();
    }

    private List<Offer> offers(String page, Role role) {
        var html = page(page, role);
        var links = LINK.matcher(html).results().map(it -> new Offer("GET", it.group(1)));
        var forms = FORM.matcher(html)
                .results()
                .flatMap(form -> Stream.concat(
                        BUTTON.matcher(form.group("body")).find() ? ofHead(form.group("head")) : Stream.of(),
                        found(OTHER_ACTION, form.group("body")).map(path -> new Offer("POST", path))))
                .filter(offer -> !OF_SPRING.contains(offer.path));
        return Stream.concat(links, forms).toList();
    }

    private static Stream<Offer> ofHead(String head) {
        var method = head.contains("method=\"post\"") ? "POST" : "GET";
        return found(ACTION, head).map(path -> new Offer(method, path));
    }

    private static Stream<String> found(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(it -> it.group(1));
    }

    private String page(String path, Role role) {
        return new String(
                mvc.get()
                        .uri(path)
                        .header(Pages.ROLE, role.name())
                        .header("Accept-Language", "en")
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    /** Of the handler; nothing where none of ours answers. */
    private Optional<Permission> needs(Offer offer) {
        var path = HtmlUtils.htmlUnescape(offer.path).replaceAll("[?#].*", "");
        var request = new MockHttpServletRequest(offer.method, path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = mappings.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod handler
                    ? Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class))
                            .map(Needs::value)
                    : Optional.empty();
        } catch (Exception e) {
            throw new AssertionError(offer + " leads nowhere", e);
        }
    }
}
