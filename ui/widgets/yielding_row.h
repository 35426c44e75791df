// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace thimblely::ui {

/*!
 * A row at a screen's head whose less needed parts go, one after the other, where it is too narrow for all of them, and
 * come back with the room. Lay parts out with line(). A part that somebody else hides is not to be one that yields.
 */
class YieldingRow : public QWidget {
    Q_OBJECT

public:
    YieldingRow(int spacing, const QMargins &margins, QWidget *parent = nullptr);

    QHBoxLayout *line() const { return m_line; }
    //! The first one goes first. Each is a part of line().
    void setYielding(std::vector<QWidget *> parts);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int widthOf(const QWidget *part) const;
    void fit();

    QHBoxLayout *m_line;
    std::vector<QWidget *> m_yielding;
};

} // namespace thimblely::ui
