// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/desk/page.h"
#include "ui/documents/paper_settings.h"

class QComboBox;
class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class Segmented;

/*!
 * Which printer slips and sheets of this device go to, how wide the roll is, what is printed with an order; a test slip,
 * and what the scanner makes of its code. Each choice is kept at once.
 */
class PrintingPage : public Page {
    Q_OBJECT

public:
    explicit PrintingPage(Desk &desk, QWidget *parent = nullptr);

    QString title() const override { return tr("Printing and scanning"); }
    void arrive() override;
    bool takeScan(const QString &code) override;

private:
    void build();
    void addSlips(QVBoxLayout *rows);
    void addSheets(QVBoxLayout *rows);
    void addScanner(QVBoxLayout *rows);
    void fillPrinters(QComboBox *box, const QString &chosen, bool receiptPrinters);
    void show(const PaperSettings &settings);
    void keep();
    void scanned();

    Desk &m_desk;
    bool m_showing = false; // what is shown is not kept
    QWidget *m_form = nullptr;
    QComboBox *m_slipPrinter = nullptr;
    Segmented *m_width = nullptr;
    QCheckBox *m_drawer = nullptr;
    QCheckBox *m_tags = nullptr;
    QCheckBox *m_rackSlip = nullptr;
    QComboBox *m_sheetPrinter = nullptr;
    Label *m_folder = nullptr;
    QLineEdit *m_scan = nullptr;
    Label *m_scanResult = nullptr;
};

//! What a scanner made of the test code, as a sentence; empty where nothing was read.
QString scanVerdict(const QString &read);

} // namespace thimblely::ui
