// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

#include <optional>

namespace thimblely::ui {

//! How much of a whole something is, as a thin bar; a mark where it should be. Words beside it say the same.
class ShareBar : public QWidget {
    Q_OBJECT

public:
    explicit ShareBar(QWidget *parent = nullptr);

    //! In thousandths of the whole; more than it fills the bar.
    void setShare(int thousandths, std::optional<int> mark = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_share = 0;
    std::optional<int> m_mark;
};

//! `part` of `whole` in thousandths, between nothing and all of it.
int shareOf(qint64 part, qint64 whole);

} // namespace thimblely::ui
