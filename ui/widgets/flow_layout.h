// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QLayout>
#include <QList>

namespace thimblely::ui {

/*!
 * Widgets one after another in reading direction, on as many lines as they need, inside the margins; hidden ones take no
 * room. What is lower than its line stands in the middle of it; what is wider than a whole line is cut to it, so that one
 * long name does not hold a pane wide.
 */
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    //! Gaps in px: beside each other, and between lines.
    FlowLayout(int gap, int lineGap, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void insertWidget(int index, QWidget *widget); //!< owned by the layout's widget, as with addWidget()

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    QSize minimumSize() const override;
    QSize sizeHint() const override { return minimumSize(); }
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool moves) const; //!< gives the height

    int m_gap;
    int m_lineGap;
    QList<QLayoutItem *> m_items;
};

} // namespace thimblely::ui
