package io.shisei.dashboard;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves the files that pages are made of, each at the one address that carries the hash of its content, so that it may
 * be kept for good (RFC 8246). Outside these folders nobody ever looks for a file.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
    static final List<String> FOLDERS = List.of("/css/", "/js/", "/images/", "/webjars/");

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        FOLDERS.forEach(folder -> registry.addResourceHandler(folder + "**")
                .addResourceLocations("classpath:/static" + folder, "classpath:/META-INF/resources" + folder)
                .setCacheControl(FOR_GOOD)
                .resourceChain(true)
                .addResolver(new HashedOnly())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**")));
    }
}
