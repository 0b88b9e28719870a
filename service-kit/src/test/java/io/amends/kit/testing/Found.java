package io.amends.kit.testing;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** What a lookup in CDI would find, for what is wired by hand. */
public final class Found<T> implements Instance<T> {
    private final List<T> beans;

    private Found(List<T> beans) {
        this.beans = beans;
    }

    public static <T> Instance<T> nothing() {
        return new Found<>(List.of());
    }

    public static <T> Instance<T> only(T bean) {
        return new Found<>(List.of(bean));
    }

    @Override
    public Instance<T> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <U extends T> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        return (Instance<U>) this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <U extends T> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        return (Instance<U>) this;
    }

    @Override
    public boolean isUnsatisfied() {
        return beans.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return false;
    }

    @Override
    public void destroy(T instance) {}

    @Override
    public Handle<T> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<T>> handles() {
        return List.of();
    }

    @Override
    public T get() {
        return beans.get(0);
    }

    @Override
    public Iterator<T> iterator() {
        return beans.iterator();
    }
}
