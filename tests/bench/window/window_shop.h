// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "tests/bench/filled_file.h"
#include "tests/ui/shell/open_program.h"

#include <memory>

class QListView;

namespace thimblely::bench {

/*!
 * The filled file with a PIN for the owner of the large workspace, and the real window over it, signed in once for all
 * measurements of this process.
 */
class WindowShop {
public:
    static WindowShop &instance();
    static void close();

    static constexpr const char *pin = "258046";

    const FilledFile &file() const { return m_file; }
    //! The window, opened at the first call; at the faces unless somebody has signed in.
    test::OpenProgram &opened();
    //! The same, signed in to.
    test::OpenProgram &program();
    //! A list of the window by what a screen reader calls it.
    QListView &list(const QString &name);

private:
    WindowShop();

    FilledFile m_file;
    std::unique_ptr<test::OpenProgram> m_program;
};

/*!
 * Does `act`, then turns the loop until `painted` has been painted with what `ready` waits for, and the picture is on its
 * way to the screen; in microseconds. Negative where nothing was painted within `patience` milliseconds.
 */
double untilPainted(QWidget &painted, const std::function<void()> &act, const std::function<bool()> &ready,
                    int patience = 10'000);

//! Turns the loop until nothing has happened in it for 200 ms.
void untilIdle();

} // namespace thimblely::bench
