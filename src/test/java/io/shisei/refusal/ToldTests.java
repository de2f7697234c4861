package io.shisei.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ToldTests {

    private static final Told LIMIT = new Refusal.Invalid(LimitCode.TOO_LONG, "name", 200).told();

    @Test
    void isReadAsItWasKeptInBothLanguages() {
        var read = Told.read(LIMIT.kept());
        assertThat(read).isEqualTo(LIMIT);
        assertThat(read.in(Locale.JAPANESE)).isEqualTo("200 文字以内で入力してください。");
        assertThat(read.in(Locale.ENGLISH)).isEqualTo("At most 200 characters, please.");
    }

    @Test
    void isTheSameForEverybodyWhereItIsNoSentenceOfOurs() {
        var fault = Told.of(new IllegalStateException("no such thing"));
        assertThat(fault.kept()).isEqualTo("no such thing");
        assertThat(Told.read("kept by an older version").in(Locale.JAPANESE)).isEqualTo("kept by an older version");
        assertThat(Told.read(null)).isNull();
    }

    @Test
    void saysAPhraseWithinASentenceInTheSentencesLanguage() {
        var refused = new Refusal.Impossible(LimitCode.TOO_LONG, "name", new Refusal.Phrase(LimitCode.TOO_MANY, 3));
        assertThat(refused.in(Locale.JAPANESE)).contains("3 件以内にしてください。").doesNotContain("please");
        assertThat(refused.at("other").in(Locale.JAPANESE)).isEqualTo(refused.in(Locale.JAPANESE));
        assertThat(refused.arguments()).containsExactly("At most 3 of them, please.");
    }

    @Test
    void isEnglishAsJson() {
        assertThat(new JsonMapper().writeValueAsString(LIMIT)).isEqualTo("\"At most 200 characters, please.\"");
    }
}
