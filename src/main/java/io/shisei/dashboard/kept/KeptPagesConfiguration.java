package io.shisei.dashboard.kept;

import io.shisei.database.Moments;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Keeps pages behind the login. */
@Configuration(proxyBeanMethods = false)
class KeptPagesConfiguration {

    @Bean
    FilterRegistrationBean<KeptPages> keptPages(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            LocaleResolver languages,
            Moments moments) {
        var filter = new KeptPages(new PageRoutes(mappings), languages, moments);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(0); // the filters of Spring Security come before, those of nobody after
        return registration;
    }
}
