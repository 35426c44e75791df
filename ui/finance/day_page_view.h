// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"

#include <QWidget>

namespace thimblely::ui {

class Button;
class Desk;
class FigureRows;
class Label;

//! The page of a closed day ("Z"): what was taken, how, with which taxes, what was counted; older ones one step back.
class DayPageView : public QWidget {
    Q_OBJECT

public:
    explicit DayPageView(Desk &desk, QWidget *parent = nullptr);

    //! False where there is none yet or they cannot be read, either of which is said.
    bool showNewest();
    void showPage(ActivityId closing);
    void print();
    void focusFirst();

Q_SIGNALS:
    void left();

private:
    bool fetch();
    bool hasOlder() const { return m_at + 1 < m_pages.size(); }
    void show(const finance::DayPage &page);
    void showMoney(const finance::DayPage &page);
    void showCount(const finance::DayPage &page);
    void step(int by);

    Desk &m_desk;
    std::vector<finance::DayPage> m_pages; //!< the newest first, as far as they were looked at
    size_t m_at = 0;
    bool m_mayHaveMore = false;
    Label *m_title;
    Label *m_words;
    FigureRows *m_money;
    FigureRows *m_count;
    Button *m_older;
    Button *m_newer;
    Button *m_print;
};

} // namespace thimblely::ui
