package io.amends.system;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import io.amends.language.Clause;
import io.amends.language.Comparison;

/** Nobody asks by {@code instanceof}, or by a class object, what a clause or a comparison is. */
final class NoGuessing extends ArchCondition<JavaClass> {
    NoGuessing() {
        super("ask a clause or a comparison what it is by its cases only");
    }

    @Override
    public void check(JavaClass asking, ConditionEvents events) {
        asking.getInstanceofChecks().stream()
                .filter(asked -> kind(asked.getRawType()))
                .forEach(asked -> events.add(violated(
                        asking,
                        "instanceof " + asked.getRawType().getName() + " in " + asked.getSourceCodeLocation())));
        asking.getReferencedClassObjects().stream()
                .filter(asked -> kind(asked.getRawType()))
                .forEach(asked -> events.add(
                        violated(asking, asked.getRawType().getName() + ".class in " + asked.getSourceCodeLocation())));
    }

    private static boolean kind(JavaClass type) {
        return type.isAssignableTo(Clause.class) || type.isAssignableTo(Comparison.class);
    }
}
