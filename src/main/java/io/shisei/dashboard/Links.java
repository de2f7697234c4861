package io.shisei.dashboard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What templates write as {@code @{…}}: to static files with the hash of their content, to pages as it stands. */
@Component
class Links extends StandardLinkBuilder implements SmartInitializingSingleton {

    private static final Pattern EMPTY_PARAMETER = Pattern.compile("(?<=[?&])[^=?&#]+=(?:&|$)");

    private final ApplicationContext context;
    private final ResourceUrlProvider files;
    private final Map<String, String> hashed = new ConcurrentHashMap<>();

    Links(ApplicationContext context, ResourceUrlProvider files, SpringTemplateEngine engine) {
        this.context = context;
        this.files = files;
        engine.setLinkBuilder(this);
    }

    /** Finds the files before the port opens: by itself Spring looks for them after. */
    @Override
    public void afterSingletonsInstantiated() {
        files.onApplicationEvent(new ContextRefreshedEvent(context));
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        var root = root(context);
        var path = link.startsWith(root) ? link.substring(root.length()) : link;
        return StaticFiles.FOLDERS.stream().anyMatch(path::startsWith)
                ? root + hashed.computeIfAbsent(path, this::withHash)
                : withoutEmptyEnd(withoutEmptyParameters(link));
    }

    /** Thymeleaf writes some that are null: names of nothing, which pages would refuse. */
    private static String withoutEmptyParameters(String link) {
        return link.endsWith("=") || link.contains("=&")
                ? EMPTY_PARAMETER.matcher(link).replaceAll("")
                : link;
    }

    /** What has parameters, but none with a value, or none at its end. */
    private static String withoutEmptyEnd(String link) {
        return link.length() > 1 && (link.endsWith("?") || link.endsWith("&"))
                ? link.substring(0, link.length() - 1)
                : link;
    }

    private static String root(IExpressionContext context) {
        var path = context instanceof IWebContext web
                ? web.getExchange().getRequest().getApplicationPath()
                : null;
        return path == null ? "" : path;
    }

    private String withHash(String path) {
        var found = files.getForLookupPath(path);
        if (found == null) {
            throw new IllegalArgumentException("a template names " + path + ", but there is no such file");
        }
        return found;
    }
}
