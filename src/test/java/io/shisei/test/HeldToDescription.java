package io.shisei.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.configuration.SpringDocSpecPropertiesConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Holds every answer of the API, in tests over MockMvc, to its description. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    SpringDocConfigProperties.class,
    SpringDocConfiguration.class,
    SpringDocSpecPropertiesConfiguration.class,
    SpringDocWebMvcConfiguration.class
})
public class HeldToDescription {

    @Bean
    MockMvcBuilderCustomizer answersAsDescribed(WebApplicationContext context) {
        var description = SingletonSupplier.of(() -> describe(context));
        return mvc -> mvc.alwaysDo(result -> check(description.obtain(), result));
    }

    private static Description describe(WebApplicationContext context) {
        try {
            var answer = MockMvcBuilders.webAppContextSetup(context)
                    .build()
                    .perform(MockMvcRequestBuilders.get("/v3/api-docs"))
                    .andReturn()
                    .getResponse();
            return new Description(JsonMapper.shared().readTree(answer.getContentAsByteArray()));
        } catch (Exception e) {
            throw new AssertionError("the API does not describe itself", e);
        }
    }

    private static void check(Description description, MvcResult result) {
        var request = result.getRequest();
        var path = request.getRequestURI();
        if (path.startsWith("/api/") && !request.isAsyncStarted()) {
            var response = result.getResponse();
            var body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
            assertThat(description.violations(
                            request.getMethod(), path, response.getStatus(), response.getContentType(), body))
                    .as("%s %s answers %d %s", request.getMethod(), path, response.getStatus(), body)
                    .isEmpty();
        }
    }
}
