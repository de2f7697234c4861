package io.shisei.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.shisei.test.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalTests {

    private static final List<Refusal.Code> CODES = Shipped.CLASSES.stream()
            .filter(type -> type.isAssignableTo(Refusal.Code.class) && type.isEnum())
            .flatMap(RefusalTests::codes)
            .toList();

    private static Stream<Refusal.Code> codes(JavaClass type) {
        return Stream.of(type.reflect().getEnumConstants()).map(Refusal.Code.class::cast);
    }

    @Test
    void hasASentenceInEachLanguageForEachRule() throws Exception {
        for (var file : List.of("/messages.properties", "/messages_ja.properties")) {
            try (var messages = RefusalTests.class.getResourceAsStream(file)) {
                var keys = new ArrayList<>(new PropertyResourceBundle(messages).keySet());
                keys.removeIf(key -> !key.startsWith("refusal."));
                assertThat(keys)
                        .as(file)
                        .hasSizeGreaterThan(40)
                        .containsExactlyInAnyOrderElementsOf(
                                CODES.stream().map(Refusal.Code::key).toList());
            }
        }
    }

    @Test
    void speaksTheReadersLanguage() {
        var refused = new Refusal.Invalid(LimitCode.TOO_LONG, "name", 2000);
        assertThat(refused.getMessage()).isEqualTo("At most 2000 characters, please.");
        assertThat(refused.in(Locale.JAPANESE)).isEqualTo("2000 文字以内で入力してください。");
        assertThat(refused.in(Locale.FRENCH)).isEqualTo(refused.getMessage());
    }

    @Test
    void isTheSameAtAnotherField() {
        assertThat(new Refusal.Impossible(LimitCode.BLANK, null).at("regions/1"))
                .isInstanceOf(Refusal.Impossible.class)
                .extracting(Refusal::field)
                .isEqualTo("regions/1");
    }
}
