package io.shisei.test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What goes over the wire when a page is opened.
 *
 * @param bytes as sent, compressed, with headers; what the browser has in its cache is not sent
 */
public record Wire(Set<String> hosts, int bytes) {

    /** Opens a page in a browser that may have its files already. */
    public static Wire opening(String url, BrowserContext context) {
        var answers = new ArrayList<Response>();
        try (var page = context.newPage()) {
            page.onResponse(answers::add);
            page.navigate(url, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
            var all = List.copyOf(answers); // asking for sizes lets later answers in
            var hosts = all.stream().map(it -> URI.create(it.url()).getHost()).collect(Collectors.toSet());
            return new Wire(hosts, all.stream().mapToInt(Wire::bytes).sum());
        }
    }

    private static int bytes(Response answer) {
        var sizes = answer.request().sizes();
        return sizes.responseBodySize + sizes.responseHeadersSize;
    }
}
