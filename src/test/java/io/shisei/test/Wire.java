package io.shisei.test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What goes over the wire when a page is opened. */
public record Wire(List<Response> answers) {

    /** Opens a page in a browser that may have its files already. */
    public static Wire opening(String url, BrowserContext context) {
        var answers = new ArrayList<Response>();
        try (var page = context.newPage()) {
            page.onResponse(answers::add);
            page.navigate(url);
            return new Wire(List.copyOf(answers));
        }
    }

    public Set<String> hosts() {
        return answers.stream().map(it -> URI.create(it.url()).getHost()).collect(Collectors.toSet());
    }

    /** As sent, compressed, with headers; what the browser has in its cache is not sent. */
    public int bytes() {
        return answers.stream()
                .map(it -> it.request().sizes())
                .mapToInt(it -> it.responseBodySize + it.responseHeadersSize)
                .sum();
    }
}
