package io.shisei.dashboard.template;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.spring6.expression.SPELVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Spring Boot's template engine, but for how it reads variables. */
@Configuration(proxyBeanMethods = false)
class TemplatesConfiguration {

    @Bean
    SpringTemplateEngine templateEngine(
            ObjectProvider<ITemplateResolver> resolvers, ObjectProvider<IDialect> dialects) {
        var engine = new SpringTemplateEngine();
        engine.setDialect(new Standard());
        engine.setEnableSpringELCompiler(true);
        resolvers.orderedStream().forEach(engine::addTemplateResolver);
        dialects.orderedStream().forEach(engine::addDialect);
        return engine;
    }

    private static final class Standard extends SpringStandardDialect {

        private final IStandardVariableExpressionEvaluator variables =
                new PlainPaths(SPELVariableExpressionEvaluator.INSTANCE);

        @Override
        public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
            return variables;
        }
    }
}
