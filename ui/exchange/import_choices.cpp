// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/exchange/import_choices.h"

#include "core/exchange/import_fields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QScopedValueRollback>

namespace thimblely::ui {

namespace {

//! Those that old programs write; what a file was guessed to be in is added.
constexpr const char *encodings[] = {"UTF-8",        "WINDOWS-1252", "WINDOWS-1250", "WINDOWS-1251",
                                     "WINDOWS-1254", "WINDOWS-1256", "SHIFT_JIS",    "GB18030"};

QString partedBy(char delimiter)
{
    switch (delimiter) {
    case ';':
        return QCoreApplication::translate("ImportChoices", "parted by semicolons");
    case '\t':
        return QCoreApplication::translate("ImportChoices", "parted by tabs");
    case '|':
        return QCoreApplication::translate("ImportChoices", "parted by bars");
    default:
        return QCoreApplication::translate("ImportChoices", "parted by commas");
    }
}

} // namespace

QString nameOf(FileFormat format)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("ImportChoices", text); };
    switch (format) {
    case FileFormat::VCard:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "Cards (vCard)"));
    case FileFormat::Ldif:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "An address book (LDIF)"));
    case FileFormat::ContactTable:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "A table of contacts"));
    case FileFormat::Survey:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "The body survey ANSUR II"));
    case FileFormat::Seamly:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "A measurement file of Seamly or Valentina"));
    case FileFormat::MeasureTable:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "A table of measures"));
    case FileFormat::WooCommerce:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "Products of WooCommerce"));
    case FileFormat::Shopify:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "Products of Shopify"));
    case FileFormat::OldBook:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "Open orders and balances of an old book"));
    case FileFormat::ICalendar:
        return words(QT_TRANSLATE_NOOP("ImportChoices", "A calendar (iCalendar)"));
    case FileFormat::ProductTable:
        break;
    }
    return words(QT_TRANSLATE_NOOP("ImportChoices", "A table of prices"));
}

ImportChoices::ImportChoices(Currency currency, QWidget *parent)
    : QWidget(parent), m_currency(currency), m_kind(new Segmented(tr("What it holds"), this)),
      m_unit(new Segmented(tr("Lengths are in"), this)), m_target(new Segmented(tr("Goes to"), this)),
      m_figures(new Segmented(tr("Amounts in another currency"), this)), m_encoding(new QComboBox(this)),
      m_words(new Label(TextStyle::Body, Role::Muted, {}, this))
{
    for (const QString &kind : {tr("Clients"), tr("Measures"), tr("Products"), tr("Old orders"),
                                tr("Calendar")}) // in the order of ImportKind
        m_kind->addSegment(kind);
    m_kind->button(int(ImportKind::Events))->hide();               // no table holds one
    for (const QString &unit : {tr("cm"), tr("mm"), tr("inches")}) // of LengthUnit
        m_unit->addSegment(unit);
    for (const QString &target : {tr("Price list"), tr("Marketplace")}) // of ProductTarget
        m_target->addSegment(target);
    for (const QString &figures : {tr("Leave out"), tr("Take as %1").arg(currency.code())})
        m_figures->addSegment(figures);
    m_encoding->setAccessibleName(tr("Letters as in"));
    m_encoding->setToolTip(tr("Where names look wrong, the file is written in another encoding"));
    m_words->setWordWrap(true);
    auto *choices = new QWidget(this);
    auto *flow = new FlowLayout(12, 8, choices);
    for (Segmented *each : {m_kind, m_unit, m_target, m_figures}) {
        each->setSmall(true);
        flow->addWidget(each);
    }
    flow->addWidget(m_encoding);
    auto *rows = column(this, 8);
    rows->addWidget(m_words);
    rows->addWidget(choices);
    connect(m_kind, &Segmented::currentIndexChanged, this, [this] {
        if (m_quiet)
            return;
        m_unitChosen = m_targetChosen = false;
        m_figures->setCurrentIndex(0);
        Q_EMIT kindChosen();
    });
    const auto tell = [this](bool &flag) {
        if (m_quiet)
            return;
        flag = true;
        Q_EMIT chosen();
    };
    connect(m_unit, &Segmented::currentIndexChanged, this, [=, this] { tell(m_unitChosen); });
    connect(m_target, &Segmented::currentIndexChanged, this, [=, this] { tell(m_targetChosen); });
    connect(m_figures, &Segmented::currentIndexChanged, this, [this] {
        if (!m_quiet)
            Q_EMIT chosen();
    });
    connect(m_encoding, &QComboBox::currentIndexChanged, this, [=, this] { tell(m_encodingChosen); });
}

void ImportChoices::startOver()
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_unitChosen = m_targetChosen = m_encodingChosen = false;
    m_figures->setCurrentIndex(0);
}

ImportKind ImportChoices::kind() const
{
    return ImportKind(m_kind->currentIndex());
}

ImportOptions ImportChoices::over(ImportOptions options) const
{
    options.unit = m_unitChosen ? std::optional(LengthUnit(m_unit->currentIndex())) : std::nullopt;
    options.target = m_targetChosen ? std::optional(ProductTarget(m_target->currentIndex())) : std::nullopt;
    options.figuresAsTheyAre = m_figures->currentIndex() == 1;
    options.encoding = m_encodingChosen ? m_encoding->currentData().toByteArray() : QByteArray();
    return options;
}

void ImportChoices::show(const ImportPlan &plan)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const ImportedFile *file = plan.files.empty() ? nullptr : &plan.files.front();
    const bool table = file && file->table && file->table->delimiter != 0;
    m_kind->setVisible(table);
    m_kind->setCurrentIndex(int(plan.kind));
    m_unit->setVisible(table && file->table->unit);
    m_target->setVisible(file && file->target);
    m_figures->setVisible(file && isInAnotherCurrency(*file));
    m_encoding->setVisible(table);
    if (file && file->target)
        m_target->setCurrentIndex(int(*file->target));
    if (table && file->table->unit)
        m_unit->setCurrentIndex(int(*file->table->unit));
    if (table) {
        if (m_encoding->count() == 0) {
            for (const char *name : encodings)
                m_encoding->addItem(
                    QString::fromLatin1(name).replace(QLatin1String("WINDOWS"), QLatin1String("Windows")),
                    QByteArray(name));
        }
        if (m_encoding->findData(file->table->encoding) < 0)
            m_encoding->addItem(QString::fromLatin1(file->table->encoding), file->table->encoding);
        m_encoding->setCurrentIndex(m_encoding->findData(file->table->encoding));
    }
    if (file)
        say(*file);
    else
        m_words->clear();
}

bool ImportChoices::isInAnotherCurrency(const ImportedFile &file) const
{
    return file.table && !file.table->currency.isEmpty() && !mayMeanCurrency(file.table->currency, m_currency);
}

void ImportChoices::say(const ImportedFile &file)
{
    QStringList words = {nameOf(file.format)};
    if (file.table && file.table->delimiter != 0)
        words[0] += QStringLiteral(", ") + partedBy(file.table->delimiter);
    words[0] += u'.';
    if (file.table && file.table->unit && file.table->values > 0)
        words.append(tr("%1 of %2 lengths are plausible in %3.")
                         .arg(file.table->valuesFit)
                         .arg(file.table->values)
                         .arg(m_unit->button(int(*file.table->unit))->text()));
    if (isInAnotherCurrency(file))
        words.append(
            m_figures->currentIndex() == 0
                ? tr("▲ Its amounts are in %1, the shop’s are in %2.").arg(file.table->currency, m_currency.code())
                : tr("▲ Its amounts are in %1; the same figures are taken as %2, nothing is converted.")
                      .arg(file.table->currency, m_currency.code()));
    if (file.target == ProductTarget::Marketplace)
        words.append(tr("They become drafts that nobody outside sees."));
    m_words->setText(words.join(u' '));
}

} // namespace thimblely::ui
