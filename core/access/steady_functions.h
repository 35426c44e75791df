// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QDeadlineTimer>

#include <memory>

struct sqlite3;

namespace thimblely::access {

/*!
 * Functions of ours in the place of those of SQLite's that can take days for one call, in which nothing interrupts them:
 * instr, replace, trim, ltrim and rtrim take as many steps as there are bytes, printf and format pad by no more than
 * 100,000 characters, and each of these, like and glob ask the clock before each call. They answer as SQLite's do, and
 * stay with the connection, without a clock once this is gone. On the connection's thread.
 */
class SteadyFunctions {
public:
    explicit SteadyFunctions(sqlite3 *handle);
    ~SteadyFunctions();
    SteadyFunctions(const SteadyFunctions &) = delete;
    SteadyFunctions &operator=(const SteadyFunctions &) = delete;

    void setUntil(QDeadlineTimer until);

    struct State;

private:
    std::shared_ptr<State> m_state;
};

} // namespace thimblely::access
