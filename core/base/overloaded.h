// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely {

//! One callable of several lambdas, for std::visit.
template <typename... Callables>
struct Overloaded : Callables... {
    using Callables::operator()...;
};
// clang 14 does not deduce an aggregate's arguments by itself.
template <typename... Callables>
Overloaded(Callables...) -> Overloaded<Callables...>;

} // namespace thimblely
