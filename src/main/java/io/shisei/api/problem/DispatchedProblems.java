package io.shisei.api.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers calls of the API that Tomcat refuses, or that end in an error page, with problems all the same. */
@Configuration(proxyBeanMethods = false)
class DispatchedProblems {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve(UncontrolledProblems problems) {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(problems)));
    }

    @Bean
    FilterRegistrationBean<ErrorPages> errorPages(UncontrolledProblems problems) {
        var registration = new FilterRegistrationBean<>(new ErrorPages(problems));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Stands before the error page, which would answer in another form. */
    static final class ErrorPages extends OncePerRequestFilter {
        private final UncontrolledProblems problems;

        ErrorPages(UncontrolledProblems problems) {
            this.problems = problems;
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                    && UncontrolledProblems.concern(uri)) {
                problems.write(response, ProblemAnswer.refusedWith(response.getStatus()));
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
