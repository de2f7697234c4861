package io.shisei.dashboard.kept;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shisei.database.Moments;
import io.shisei.database.Moments.Moment;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends a page that was rendered for the same user and question, if nothing has been committed to the database since. Who
 * asks while it is being rendered waits for it, so that one change makes a page be rendered once.
 */
final class KeptPages extends OncePerRequestFilter {

    /** Pages show times as of now: they may be late by this. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final AsyncCache<PageKey, KeptPage> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((PageKey key, KeptPage page) -> page.size())
            .expireAfterWrite(LONGEST)
            .executor(Runnable::run)
            .buildAsync();

    private final PageRoutes routes;
    private final LocaleResolver languages;
    private final Moments moments;

    KeptPages(PageRoutes routes, LocaleResolver languages, Moments moments) {
        this.routes = routes;
        this.languages = languages;
        this.moments = moments;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = key(request);
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        var mine = new CompletableFuture<@Nullable KeptPage>();
        var others = pages.asMap().putIfAbsent(key, mine);
        if (others == null) {
            render(mine, request, response, chain);
            return;
        }
        var page = others.join();
        if (page == null) {
            chain.doFilter(request, response);
        } else {
            page.send(request, response);
        }
    }

    private static void render(
            CompletableFuture<@Nullable KeptPage> page,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var headersBefore = Set.copyOf(response.getHeaderNames());
        var written = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, written);
            page.complete(KeptPage.of(request, written, headersBefore));
        } finally {
            page.complete(null); // unless it is there: nobody may wait for ever
        }
        written.copyBodyToResponse();
    }

    private @Nullable PageKey key(HttpServletRequest request) {
        var user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || !routes.leadToTheSame(request)) {
            return null;
        }
        return moment(request) // when it does not answer the page itself says so
                .map(moment -> PageKey.of(request, languages.resolveLocale(request), user, moment))
                .orElse(null);
    }

    private Optional<Moment> moment(HttpServletRequest request) {
        return request.getAttribute(Moments.OF_REQUEST) instanceof Moment asked ? Optional.of(asked) : moments.now();
    }
}
