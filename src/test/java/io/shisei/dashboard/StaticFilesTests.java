package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.NoHandlerFoundException;

@SpringBootTest(classes = Pages.class, properties = "management.endpoint.health.validate-group-membership=false")
@AutoConfigureMockMvc
@DirtiesContext
class StaticFilesTests {
    private static final Pattern FILE =
            Pattern.compile("(?:href|src)=\"((?:/behind-a-proxy)?/(?:css|js|images|webjars)/[^\"]+)\"");
    private static final Pattern HASH = Pattern.compile("-[0-9a-f]{32}(?=\\.)");

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"", "/behind-a-proxy"})
    void carryTheHashOfTheirContentAndAreKeptForGood(String root) {
        assertThat(files(root + "/", root))
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(file -> assertThat(file).containsPattern(HASH))
                .allSatisfy(file -> assertThat(mvc.get().uri(file).contextPath(root))
                        .hasStatusOk()
                        .hasHeader("Cache-Control", "max-age=31536000, public, immutable"));
    }

    @Test
    void haveNoOtherAddress() {
        assertThat(files("/", "")).allSatisfy(file -> {
            assertThat(mvc.get().uri(HASH.matcher(file).replaceFirst(""))).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(mvc.get().uri(HASH.matcher(file).replaceFirst("-00000000000000000000000000000000")))
                    .hasStatus(HttpStatus.NOT_FOUND);
        });
    }

    /** The handler of every path there is would look for a file behind each link of a page. */
    @ParameterizedTest
    @ValueSource(strings = {"/shisei.css", "/nowhere", "/static/css/shisei.css", "/META-INF/MANIFEST.MF"})
    void areNotLookedForElsewhere(String path) {
        assertThat(mvc.get().uri(path))
                .hasStatus(HttpStatus.NOT_FOUND)
                .failure()
                .isInstanceOf(NoHandlerFoundException.class);
    }

    private List<String> files(String page, String root) {
        var found = mvc.get().uri(page).contextPath(root).exchange();
        return FILE.matcher(text(found))
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }

    private static String text(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
