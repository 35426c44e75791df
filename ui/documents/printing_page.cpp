// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/printing_page.h"

#include "ui/desk/desk.h"
#include "ui/documents/esc_pos.h"
#include "ui/documents/order_papers.h"
#include "ui/documents/waiting_papers.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QLineEdit>
#include <QPrinterInfo>
#include <QSignalBlocker>
#include <QUrl>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;
constexpr int rollWidths[] = {80, 58}; // by segment

QBoxLayout *labelled(const QString &name, QWidget *control, QWidget *parent)
{
    auto *box = column(nullptr, 8);
    auto *label = new Label(TextStyle::CaptionStrong, Role::Muted, name, parent);
    label->setBuddy(control);
    control->setAccessibleName(name);
    box->addWidget(label);
    box->addWidget(control);
    box->addStretch(1); // beside a higher one: the labels stand in one line
    return box;
}

Label *words(const QString &text, QWidget *parent)
{
    auto *label = new Label(TextStyle::Body, Role::Muted, text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

PrintingPage::PrintingPage(Desk &desk, QWidget *parent) : Page(parent), m_desk(desk)
{
    build();
}

void PrintingPage::build()
{
    auto *area = new FormArea(formWidth, title(), FormArea::Stands::AtTheTop, this);
    m_form = area->form();
    QVBoxLayout *rows = area->rows();
    rows->addWidget(words(tr("Of this device. Each choice is kept as soon as it is made."), m_form));
    rows->addWidget(new WaitingPapers(m_desk, m_form));
    addSlips(rows);
    addSheets(rows);
    addScanner(rows);
    column(this, 0)->addWidget(area);
}

void PrintingPage::addSlips(QVBoxLayout *rows)
{
    rows->addWidget(new SectionHead(tr("Slips: claim check, tags, rack slip, receipt"), m_form));
    m_slipPrinter = new QComboBox(m_form);
    m_width = new Segmented(tr("Width of the roll"), m_form);
    for (const int width : rollWidths)
        m_width->addSegment(tr("%1 mm").arg(width));
    auto *columns = row(nullptr, 16);
    columns->addLayout(labelled(tr("Printer of slips"), m_slipPrinter, m_form), 2);
    columns->addLayout(labelled(tr("Width of the roll"), m_width, m_form), 1);
    rows->addLayout(columns);
    m_drawer = new QCheckBox(tr("The cash drawer hangs on this printer"), m_form);
    m_tags = new QCheckBox(tr("A tag for each piece with every order"), m_form);
    m_rackSlip = new QCheckBox(tr("A rack slip with every order"), m_form);
    auto *checks = column(nullptr, 0);
    checks->addWidget(m_drawer);
    checks->addWidget(m_tags);
    checks->addWidget(m_rackSlip);
    rows->addLayout(checks);
    auto *test = new PlainButton(tr("Print a test slip"), m_form);
    auto *line = row(nullptr, 0);
    line->addWidget(test);
    line->addStretch(1);
    rows->addLayout(line);
    connect(m_slipPrinter, &QComboBox::activated, this, &PrintingPage::keep);
    connect(m_width, &Segmented::currentIndexChanged, this, &PrintingPage::keep);
    connect(m_drawer, &QCheckBox::toggled, this, &PrintingPage::keep);
    connect(m_tags, &QCheckBox::toggled, this, &PrintingPage::keep);
    connect(m_rackSlip, &QCheckBox::toggled, this, &PrintingPage::keep);
    connect(test, &QAbstractButton::clicked, this, [this] { OrderPapers(m_desk).printTest(); });
}

void PrintingPage::addSheets(QVBoxLayout *rows)
{
    rows->addWidget(new SectionHead(tr("Sheets: invoice, statement, measurements, work order, notice"), m_form));
    m_sheetPrinter = new QComboBox(m_form);
    rows->addLayout(labelled(tr("Printer of sheets"), m_sheetPrinter, m_form));
    m_folder = words({}, m_form);
    auto *open = new PlainButton(tr("Open the folder"), m_form);
    auto *line = row(nullptr, 16);
    line->addWidget(m_folder, 1);
    line->addWidget(open);
    rows->addLayout(line);
    connect(m_sheetPrinter, &QComboBox::activated, this, &PrintingPage::keep);
    connect(open, &QAbstractButton::clicked, this, [this] {
        const QString folder = PaperSettings::folder(m_desk.session().path());
        if (!QDir().mkpath(folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            m_desk.notices().say(tr("%1 could not be opened.").arg(QDir::toNativeSeparators(folder)));
    });
}

void PrintingPage::addScanner(QVBoxLayout *rows)
{
    rows->addWidget(new SectionHead(tr("Scanner"), m_form));
    m_scan = new QLineEdit(m_form);
    m_scan->setPlaceholderText(tr("Put the cursor here and scan the test slip"));
    rows->addLayout(labelled(tr("What the scanner types"), m_scan, m_form));
    m_scanResult = words({}, m_form);
    rows->addWidget(m_scanResult);
    connect(m_scan, &QLineEdit::returnPressed, this, &PrintingPage::scanned);
    connect(m_scan, &QLineEdit::textEdited, this, [this] { m_scanResult->setText({}); });
}

//! Receipt printers without a driver take slips only.
void PrintingPage::fillPrinters(QComboBox *box, const QString &chosen, bool receiptPrinters)
{
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(tr("None: write PDF"), QString());
    const QStringList printers = QPrinterInfo::availablePrinterNames();
    for (const QString &printer : printers)
        box->addItem(printer, printer);
    const QStringList devices = receiptPrinters ? escPosDevices() : QStringList();
    for (const QString &device : devices)
        box->addItem(tr("Receipt printer at %1 (ESC/POS)").arg(device), escPosPrinter(device));
    if (box->findData(chosen) < 0) {
        const QString name = isEscPosPrinter(chosen) ? deviceOf(chosen) : chosen;
        box->addItem(tr("%1 (not there now)").arg(name), chosen);
    }
    box->setCurrentIndex(box->findData(chosen));
}

void PrintingPage::show(const PaperSettings &settings)
{
    m_showing = true;
    fillPrinters(m_slipPrinter, settings.slipPrinter, true);
    fillPrinters(m_sheetPrinter, settings.sheetPrinter, false);
    m_width->setCurrentIndex(settings.rollWidth == rollWidths[1] ? 1 : 0);
    m_drawer->setChecked(settings.drawer);
    m_tags->setChecked(settings.tags);
    m_rackSlip->setChecked(settings.rackSlip);
    m_folder->setText(
        tr("PDFs go to %1").arg(QDir::toNativeSeparators(PaperSettings::folder(m_desk.session().path()))));
    m_showing = false;
}

void PrintingPage::keep()
{
    if (m_showing)
        return;
    PaperSettings settings;
    settings.slipPrinter = m_slipPrinter->currentData().toString();
    settings.sheetPrinter = m_sheetPrinter->currentData().toString();
    settings.rollWidth = rollWidths[m_width->currentIndex()];
    settings.drawer = m_drawer->isChecked();
    settings.tags = m_tags->isChecked();
    settings.rackSlip = m_rackSlip->isChecked();
    settings.save();
}

void PrintingPage::scanned()
{
    m_scanResult->setText(scanVerdict(m_scan->text()));
    m_scan->selectAll(); // the next scan takes its place
}

//! Told from typing already: what is left to say is whether the whole code came out.
bool PrintingPage::takeScan(const QString &code)
{
    m_scan->setText(code);
    scanned();
    return true;
}

void PrintingPage::arrive()
{
    show(PaperSettings::load());
    m_scan->clear();
    m_scanResult->setText({});
    m_slipPrinter->setFocus(Qt::OtherFocusReason);
}

QString scanVerdict(const QString &read)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("PrintingPage", text); };
    const QString expected = QString::fromLatin1(testCode);
    const QString typed = read.trimmed();
    if (typed.isEmpty())
        return {};
    if (typed == expected)
        return say("The scanner works.");
    if (typed.compare(expected, Qt::CaseInsensitive) == 0)
        return say(
            "The scanner types small letters for capital ones, or Caps Lock is on; tags are found all the same.");
    if (typed.contains(expected, Qt::CaseInsensitive))
        return say("The scanner types more than the code. Switch its prefix and suffix off, all but Enter.");
    return say("The scanner read “%1”, not “%2”: it is set to another keyboard than this computer.")
        .arg(typed, expected);
}

} // namespace thimblely::ui
