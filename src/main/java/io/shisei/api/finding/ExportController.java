package io.shisei.api.finding;

import io.shisei.api.Known;
import io.shisei.api.Language;
import io.shisei.entry.Download;
import io.shisei.export.ExportFile;
import io.shisei.export.Exports;
import io.shisei.export.Format;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Findings as files, of any number. */
@RestController
@Tag(name = "Findings")
class ExportController {

    private final Known known;
    private final Exports exports;
    private final Clock clock;

    ExportController(Known known, Exports exports, Clock clock) {
        this.known = known;
        this.exports = exports;
        this.clock = clock;
    }

    /** Findings in AWS Security Finding Format. */
    @Schema(name = "AsffFindings")
    record Asff(List<Map<String, Object>> Findings) {}

    @GetMapping("/api/v1/findings/export")
    @Needs(Permission.READ)
    @Operation(
            summary = "Write all findings that the filters of the list want into a file",
            description =
                    "As of one moment, in the list's order, and however many there are. An answer that breaks off is not"
                            + " complete: its connection was closed before its end.")
    @ApiResponse(
            responseCode = "200",
            description = "`csv` is `text/csv`, `asff` is `application/json`, `jsonl` (items of the list) and `ocsf`"
                    + " (Compliance Findings) have a JSON object on each line",
            headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, schema = @Schema(type = "string")),
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Asff.class))
            })
    void export(
            @ParameterObject FindingQuery query,
            @Parameter(schema = @Schema(allowableValues = {"csv", "jsonl", "asff", "ocsf"}))
                    @RequestParam(name = "format")
                    String format,
            @Parameter(description = "Begins a CSV with a byte order mark, which Excel wants")
                    @RequestParam(name = "bom", defaultValue = "false")
                    boolean bom,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language,
            Principal user,
            HttpServletResponse response)
            throws IOException {
        var filter = query.filter(known, user.getName());
        var file = new ExportFile(Format.of(format), bom, language.locale());
        exports.write(
                filter,
                file,
                Download.begin(
                        response, file.name(clock.instant()), file.format().mediaType()));
    }
}
