package io.shisei.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.shisei.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsffReaderTests {

    private static final Asff ONE = Asff.of("S3.8", "arn:aws:s3:::one", "PASSED");
    private static final Asff TWO = Asff.of("S3.8", "arn:aws:s3:::two", "FAILED");

    static Stream<String> files() {
        return Stream.of(
                "{\"Findings\": [" + ONE + ", " + TWO + "], \"NextToken\": \"abc\"}",
                "{\"NextToken\": null, \"Findings\": [" + ONE + "]}\n{\"Findings\": [" + TWO + "]}",
                "[" + ONE + "," + TWO + "]",
                ONE + "\n" + TWO + "\n",
                "\uFEFF" + ONE + "\r\n\r\n" + TWO);
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsEachForm(String file) {
        assertThat(read(file))
                .extracting(
                        fields -> fields.all(AsffFields.RESOURCE).toList(),
                        fields -> fields.text(AsffFields.STATUS),
                        fields -> fields.text(AsffFields.REGION))
                .containsExactly(
                        tuple(List.of("arn:aws:s3:::one"), "PASSED", "eu-west-1"),
                        tuple(List.of("arn:aws:s3:::two"), "FAILED", "eu-west-1"));
    }

    @Test
    void takesWhatIsNoFindingForOneWithoutFields() {
        assertThat(read("[1, null, \"x\", {}, {\"Compliance\": [[{\"Status\": 3}]], \"Resources\": \"a\"}]"))
                .hasSize(5)
                .allSatisfy(fields -> assertThat(fields.text(AsffFields.STATUS)).isEmpty());
        assertThat(read("")).isEmpty();
    }

    @Test
    void dropsTextsThatCannotBeKept() {
        var fields = read(ONE.with("Region", "a\u0000b")
                        .with("AwsAccountId", "1".repeat(3000))
                        .with("GeneratorId", " x ")
                        .toString())
                .getFirst();
        assertThat(fields.text(AsffFields.REGION)).isEmpty();
        assertThat(fields.text(AsffFields.ACCOUNT)).isEmpty();
        assertThat(fields.text(AsffFields.GENERATOR)).isEqualTo("x");
        assertThat(read("{\"Id\": \"\\ud800\"}").getFirst().text(AsffFields.ID)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Findings\": [", "Id,Status\n1,PASSED", "{\"a\": tru}", "[}"})
    void saysWhereItIsNotJson(String file) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> read("\n" + file))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ComparisonCode.NOT_JSON))
                .satisfies(refused -> assertThat(refused.arguments()).first().isNotEqualTo("1"));
    }

    @Test
    void goesNoDeeperThanFindingsDo() {
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> read("[".repeat(100_000)));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> read("{\"Id\": \"" + "x".repeat(3_000_000) + "\"}"));
    }

    private static List<AsffFields> read(String file) {
        var all = new ArrayList<AsffFields>();
        AsffReader.each(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), all::add);
        return all;
    }
}
