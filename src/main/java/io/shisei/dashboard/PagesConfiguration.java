package io.shisei.dashboard;

import io.shisei.dashboard.error.ErrorsOnly;
import io.shisei.dashboard.settings.LanguageChange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Languages of the pages, and what is around them. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {
    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ErrorsOnly()).addPathPatterns("/error");
        registry.addInterceptor(new LanguageChange()).excludePathPatterns("/api/**");
        registry.addInterceptor(new FrameInterceptor()).excludePathPatterns("/api/**");
    }
}
