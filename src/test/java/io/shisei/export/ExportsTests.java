package io.shisei.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.shisei.api.Some;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.refusal.Refusal;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExportsTests {

    private static final ExportFile CSV = new ExportFile(Format.CSV, false, Locale.ENGLISH);

    private static final String HEAD =
            "id,controlId,title,severity,complianceStatus,reason,workflowStatus,suppressionId,recordState,archiveReason,accountId,"
                    + "accountName,region,resourceId,resourceType,resourceName,tags,firstObservedAt,statusChangedAt,"
                    + "lastEvaluatedAt,failingSince,dueAt,assignee\r\n";

    private final Findings stream = mock(Findings.class);
    private final Exports exports = Exported.exports(stream);

    @Test
    void writesARowForEachFinding() {
        assertThat(Exported.as(Format.CSV, Some.finding())).isEqualTo(HEAD + """
                00000000-0000-0000-0000-000000000001,S3.8,Buckets are private,HIGH,FAILED,BlockPublicAcls is false,NEW,,\
                ACTIVE,,123456789012,production,us-east-1,arn:aws:s3:::data,AWS::S3::Bucket,data,"{""team"":""a""}",\
                2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,,2026-01-02T00:00:00Z,2026-01-09T00:00:00Z,\r
                """);
    }

    @Test
    void writesOnlyNamesWhereThereIsNone() {
        assertThat(Exported.as(Format.CSV)).isEqualTo(HEAD);
    }

    @Test
    void beginsWithAByteOrderMarkOnlyWhenAsked() {
        var excel = new ExportFile(Format.CSV, true, Locale.ENGLISH);
        assertThat(Exported.as(excel, List.of())).isEqualTo("\uFEFF" + HEAD);
    }

    @Test
    void speaksTheReadersLanguage() {
        var japanese = new ExportFile(Format.CSV, false, Locale.JAPANESE);
        assertThat(Exported.as(japanese, List.of(Some.finding())))
                .startsWith(HEAD)
                .contains("バケットは非公開", "BlockPublicAcls は false です");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain|plain",
                "a=b|a=b",
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@SUM(A1)|'@SUM(A1)",
                "＝1|'＝1",
                "=HYPERLINK(\"http://x\",\"y\")|\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"",
                "a,b|\"a,b\"",
                "a;=1+1;b|a;'=1+1;b",
                "a;\"=1+1|\"a;\"\"'=1+1\"",
                "a;＠b;-c|a;'＠b;'-c",
                "a;b=c; -d|a;b=c; -d",
                "say \"x\"|\"say \"\"x\"\"\""
            })
    void keepsTextsFromBeingFormulasOrMoreCells(String text, String cell) {
        assertThat(Cell.of(text)).isEqualTo(cell);
    }

    @Test
    void keepsWhatBeginsWithATabOrALineFromBeingAFormula() {
        assertThat(Cell.of("\t1")).isEqualTo("'\t1");
        assertThat(Cell.of("\r=1")).isEqualTo("\"'\r'=1\"");
        assertThat(Cell.of("a\n=1")).isEqualTo("\"a\n'=1\"");
    }

    @Test
    void defusesWhatSomebodyElseHasNamed() {
        assertThat(Exported.as(Format.CSV, SomeFinding.because("=cmd|' /C calc'!A0")))
                .contains(",'=cmd|' /C calc'!A0,");
    }

    @Test
    void writesOneObjectOnEachLine() {
        var lines = Exported.as(Format.JSONL, Some.finding(), SomeFinding.because("two\nlines"));
        assertThat(lines.lines()).hasSize(2);
        assertThat(lines).endsWith("}\n").contains("\"reason\":\"two\\nlines\"");
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameOfTheSame(Format format) {
        var file = new ExportFile(format, false, Locale.ENGLISH);
        assertThat(Exported.as(file, SomeFinding.all())).isEqualTo(Exported.as(file, SomeFinding.all()));
    }

    @Test
    void isNamedByItsTimeAndFormat() {
        var at = Instant.parse("2026-03-01T12:00:00.5Z");
        assertThat(CSV.name(at)).isEqualTo("shisei-findings-20260301T120000Z.csv");
        assertThat(new ExportFile(Format.OCSF, false, Locale.ENGLISH).name(at))
                .isEqualTo("shisei-findings-20260301T120000Z.ocsf.jsonl");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV")
    void refusesAByteOrderMarkElsewhere(Format format) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> new ExportFile(format, true, Locale.ENGLISH))
                .matches(refused -> refused.code() == ExportCode.ONLY_CSV_HAS_A_BOM);
    }

    @Test
    void writesOnlySomeAtOnce() {
        var depth = new AtomicInteger();
        doAnswer(call -> {
                    depth.incrementAndGet();
                    write();
                    return null;
                })
                .when(stream)
                .each(any(), any());
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(this::write)
                .matches(refused -> refused.code() == ExportCode.TOO_MANY_EXPORTS);
        assertThat(depth).hasValue(Exports.AT_ONCE);
    }

    @Test
    void makesRoomAgainWhenOneFails() {
        doThrow(new IllegalStateException("broken")).when(stream).each(any(), any());
        for (var i = 0; i <= Exports.AT_ONCE; i++) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::write);
        }
    }

    private void write() {
        exports.write(FindingFilter.ACTIVE, CSV, OutputStream.nullOutputStream());
    }
}
