package io.shisei.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LimitsTests {

    @Test
    void takesTextsUpToTheirLength() {
        assertThatCode(() -> Limits.text("name", "a".repeat(Limits.NAME), Limits.NAME))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> Limits.text("name", "a".repeat(Limits.NAME + 1), Limits.NAME))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(LimitCode.TOO_LONG))
                .withMessage("At most 200 characters, please.");
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> Limits.text("name", " ", Limits.NAME))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(LimitCode.BLANK));
    }

    @Test
    void takesNoEmptyChoices() {
        assertThatCode(() -> Limits.choices("severity", List.of("HIGH"))).doesNotThrowAnyException();
        assertThatCode(() -> Limits.choices("severity", null)).doesNotThrowAnyException();
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> Limits.choices("severity", List.of("HIGH", "")));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> Limits.choices("severity", Arrays.asList("HIGH", null)));
    }

    /** Browsers are told the same lengths. */
    @Test
    void holdsInTheTemplatesToo() throws IOException {
        var limits = Map.ofEntries(
                Map.entry("assignee", Limits.NAME),
                Map.entry("controlId", Limits.ID),
                Map.entry("name", Limits.NAME),
                Map.entry("newAssignee", Limits.NAME),
                Map.entry("note", Limits.NOTE),
                Map.entry("owner", Limits.NAME),
                Map.entry("q", Limits.SEARCH),
                Map.entry("reason", Limits.NOTE),
                Map.entry("tagKey", Limits.TAG_KEY),
                Map.entry("tagValue", Limits.TAG_VALUE),
                Map.entry("username", Limits.NAME));
        var field = Pattern.compile("name=\"(\\w+)\"[^>]* maxlength=\"(\\d+)\"");
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            var found = files.filter(Files::isRegularFile)
                    .flatMap(file -> field.matcher(read(file)).results())
                    .toList();
            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(it ->
                            assertThat(limits.get(it.group(1))).as(it.group()).isEqualTo(Integer.valueOf(it.group(2))));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
