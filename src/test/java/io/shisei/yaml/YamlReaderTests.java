package io.shisei.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;

class YamlReaderTests {

    private record Rate(String api, int burst) {}

    private static List<Rate> read(String text) {
        var file = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "rates.yaml";
            }
        };
        return YamlReader.read(file, new TypeReference<>() {});
    }

    @Test
    void readsRecords() {
        assertThat(read("- {api: s3, burst: 20}")).containsExactly(new Rate("s3", 20));
    }

    @Test
    void namesFileAndLineOfAKeyThatStandsTwice() {
        assertRefused("- api: s3\n  burst: 20\n  api: ec2", "line: 3", "Duplicate");
    }

    @Test
    void namesFileAndLineOfAKeyThatNobodyReads() {
        assertRefused("- api: s3\n  burst: 20\n  birst: 20", "line: 3", "birst");
    }

    @Test
    void leavesKeysThatStandTwiceToThoseWhoReadPieces() {
        try (var pieces = YamlReader.pieces("{a: 1, a: 2}")) {
            var keys = 0;
            for (var piece = pieces.nextToken(); piece != null; piece = pieces.nextToken()) {
                keys += piece == JsonToken.PROPERTY_NAME ? 1 : 0;
            }
            assertThat(keys).isEqualTo(2);
        }
    }

    private static void assertRefused(String text, String place, String what) {
        assertThatExceptionOfType(InvalidYaml.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("rates.yaml: ")
                .withMessageContaining(place)
                .withMessageContaining(what);
    }
}
