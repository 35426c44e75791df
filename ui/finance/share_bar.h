// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

#include <optional>

class QPainter;

namespace thimblely::ui {

//! How much of a whole something is, as a thin bar; a mark where it should be. Words beside it say the same.
class ShareBar : public QWidget {
    Q_OBJECT

public:
    explicit ShareBar(QWidget *parent = nullptr);

    //! In thousandths of the whole; more than it fills the bar.
    void setShare(int thousandths, std::optional<int> mark = {});
    //! Its part is drawn as the expenses of the chart are.
    void setHatched(bool hatched);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_share = 0;
    bool m_hatched = false;
    std::optional<int> m_mark;
};

//! Before a figure: how the bars of a chart show it.
class Swatch : public QWidget {
    Q_OBJECT

public:
    Swatch(bool hatched, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const bool m_hatched;
};

//! An outlined field with slanting lines: what goes out.
void paintHatched(QPainter &painter, const QRect &field);

//! `part` of `whole` in thousandths, between nothing and all of it.
int shareOf(qint64 part, qint64 whole);

} // namespace thimblely::ui
