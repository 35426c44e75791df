// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/desk/page.h"
#include "ui/documents/paper.h"

#include <optional>

class QScrollArea;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class Segmented;

/*!
 * A paper as it will come out, before it does: its pages one under the other, the size where it has a choice, and the
 * button that prints. Money is hidden in it while the screen hides it. Pages are drawn on another thread.
 */
class PreviewPage : public Page {
    Q_OBJECT

public:
    explicit PreviewPage(Desk &desk, QWidget *parent = nullptr);

    void showPaper(const PaperOrder &order);

    QString title() const override;
    void arrive() override;
    bool handle(ActionId action) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void read();
    void showPages(const std::vector<QImage> &pages);
    void print();

    Desk &m_desk;
    std::optional<PaperOrder> m_order;
    QString m_name;
    int m_turn = 0; // which drawing is waited for
    Label *m_heading = nullptr;
    Segmented *m_size = nullptr;
    Button *m_print = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_pages = nullptr;
};

} // namespace thimblely::ui
