package io.shisei.dashboard.finding;

import io.shisei.export.Format;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * A link to the findings of a page's filters as a file.
 *
 * @param excel whether it is a CSV that Excel opens as it is
 */
record ExportLink(Format format, boolean excel, String href) {

    static List<ExportLink> of(HttpServletRequest request) {
        var excel = new ExportLink(Format.CSV, true, address(request, Format.CSV, true));
        var plain = Stream.of(Format.values())
                .map(format -> new ExportLink(format, false, address(request, format, false)));
        return Stream.concat(Stream.of(excel), plain).toList();
    }

    private static String address(HttpServletRequest request, Format format, boolean bom) {
        var address = FindingAddress.of(request, "/findings/export")
                .replaceQueryParam("format", format)
                .replaceQueryParam("bom");
        return (bom ? address.queryParam("bom", true) : address).build(true).toUriString();
    }
}
