package io.shisei.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shisei.refusal.LimitCode;
import io.shisei.refusal.Refusal;
import io.shisei.test.DatabaseTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import({SavedViews.class, SavedViewsTests.Time.class})
class SavedViewsTests {

    @Autowired
    SavedViews views;

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Test
    void keepsThemByName() {
        views.save("worst", "/findings?severity=CRITICAL", "kim");
        views.save(" Archive ", "/resources?gone=true", "lee");
        assertThat(views.list()).extracting(SavedView::name).containsExactly("Archive", "worst");
    }

    @Test
    void replacesTheOneOfThatName() {
        views.save("worst", "/findings?severity=CRITICAL", "kim");
        var again = views.save("worst", "/findings?severity=HIGH", "lee");
        assertThat(views.list()).containsExactly(again);
        assertThat(again.address()).isEqualTo("/findings?severity=HIGH");
        assertThat(again.username()).isEqualTo("lee");
    }

    @Test
    void deletesThem() {
        views.delete(views.save("worst", "/findings", "kim").id());
        assertThat(views.list()).isEmpty();
        assertThatExceptionOfType(Refusal.Unknown.class).isThrownBy(() -> views.delete(new UUID(0, 1)));
    }

    /** A name that leads away from us would be a trap. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/findings",
                "//example.com/findings",
                "javascript:alert(1)",
                "/findings/../settings",
                "/findingsx",
                "/logout",
                "/findings?q={0}",
                "/findings?q=a b",
                "/findings?q=\n",
                ""
            })
    void takesNoAddressButOfAList(String address) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> views.save("trap", address, "kim"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ViewCode.VIEW_ADDRESS));
    }

    @Test
    void takesAHundred() {
        for (int n = 0; n < 100; n++) {
            views.save("view " + n, "/findings", "kim");
        }
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> views.save("one more", "/findings", "kim"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(LimitCode.TOO_MANY));
    }
}
