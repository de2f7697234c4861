package io.shisei.dashboard.finding;

import io.shisei.account.Accounts;
import io.shisei.entry.Download;
import io.shisei.export.ExportFile;
import io.shisei.export.Exports;
import io.shisei.export.Format;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The findings of a page's filters as files. */
@Controller
class ExportPages {
    private final Accounts accounts;
    private final Exports exports;
    private final Clock clock;

    ExportPages(Accounts accounts, Exports exports, Clock clock) {
        this.accounts = accounts;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/findings/export")
    @Needs(Permission.READ)
    void export(
            @ModelAttribute("filter") FindingAddress filter,
            @RequestParam String format,
            @RequestParam(defaultValue = "false") boolean bom,
            Locale locale,
            Principal user,
            HttpServletResponse response)
            throws IOException {
        var file = new ExportFile(Format.of(format), bom, locale);
        exports.write(
                filter.toFilter(accounts, user.getName()),
                file,
                Download.begin(
                        response, file.name(clock.instant()), file.format().mediaType()));
    }
}
