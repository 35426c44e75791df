// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"

#include <QtGlobal>

#include <type_traits>
#include <utility>
#include <variant>

namespace thimblely {

/*!
 * Either a value or an Error, for all that can fail at run time; cannot be ignored and has no empty state.
 * value() on a failure is a fault of the caller and aborts.
 */
template <typename T>
class [[nodiscard]] Result {
    static_assert(!std::is_same_v<std::decay_t<T>, Error>, "a Result of an Error says nothing");

public:
    using ValueType = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}     // NOLINT(google-explicit-constructor)
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT

    bool ok() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    const T &value() const &
    {
        requireOk();
        return std::get<0>(m_state);
    }
    T &value() &
    {
        requireOk();
        return std::get<0>(m_state);
    }
    T &&value() &&
    {
        requireOk();
        return std::get<0>(std::move(m_state));
    }
    const Error &error() const { return std::get<1>(m_state); }
    T valueOr(T other) const & { return ok() ? std::get<0>(m_state) : std::move(other); }

    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }

private:
    void requireOk() const
    {
        if (Q_UNLIKELY(!ok()))
            qFatal("value() of a failed result: %s", qPrintable(describe(std::get<1>(m_state))));
    }
    std::variant<T, Error> m_state;
};

//! Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    using ValueType = void;

    Result() = default;
    Result(Error error) : m_state(std::move(error)) {} // NOLINT(google-explicit-constructor)

    bool ok() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<std::monostate, Error> m_state;
};

#define THIMBLELY_CONCAT_(a, b) a##b
#define THIMBLELY_CONCAT(a, b) THIMBLELY_CONCAT_(a, b)

//! Returns the error of `expression` from the calling function, if it has one.
#define TRY(expression)                                                                                                \
    do {                                                                                                               \
        if (auto tryResult_ = (expression); !tryResult_)                                                               \
            return tryResult_.error();                                                                                 \
    } while (false)

//! Declares `declaration` from the value of `expression`, or returns its error from the calling function.
#define TRY_ASSIGN(declaration, expression)                                                                            \
    auto THIMBLELY_CONCAT(tryResult_, __LINE__) = (expression);                                                        \
    if (!THIMBLELY_CONCAT(tryResult_, __LINE__))                                                                       \
        return THIMBLELY_CONCAT(tryResult_, __LINE__).error();                                                         \
    declaration = std::move(THIMBLELY_CONCAT(tryResult_, __LINE__)).value()

} // namespace thimblely
