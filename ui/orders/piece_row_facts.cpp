// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/style_catalogue.h"
#include "ui/desk/desk.h"
#include "ui/orders/cloth_panel.h"
#include "ui/orders/custody_panel.h"
#include "ui/orders/fact_chip.h"
#include "ui/orders/measures_chip.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/quiet_edit.h"
#include "ui/orders/style_panel.h"
#include "ui/orders/task_field.h"
#include "ui/photos/photo_strip.h"
#include "ui/widgets/flow_layout.h"

#include <QDragEnterEvent>

// What is known of a piece beside its tasks, as chips after them; the rest of the row is in piece_row.cpp.

namespace thimblely::ui {

namespace {

constexpr int longestPattern = 60;

} // namespace

void PieceRow::buildFacts()
{
    m_measures = new MeasuresChip(m_desk, m_number, this);
    m_measure = new FactChip(this);
    m_measure->setDashed(true);
    m_measure->setIconName("i-tape");
    m_measure->setFact(tr("Measure"), QStringLiteral("F4"));
    m_measure->setAccessibleName(tr("Measure for piece %1").arg(m_number));
    m_cloth = new FactChip(this);
    m_cloth->setAccessibleDescription(tr("Press to say whose cloth it is, Delete for none"));
    m_style = new FactChip(this);
    m_style->setAccessibleDescription(tr("Press to say how it is made, Delete for nothing in particular"));
    connect(m_style, &QAbstractButton::clicked, this, &PieceRow::toggleStyle);
    connect(m_style, &FactChip::removeRequested, this, [this] { setStyle({}, {}); });
    for (FactChip *chip : {m_style, m_cloth, static_cast<FactChip *>(m_measures), m_measure})
        m_tasks->insertWidget(m_tasks->count(), chip);
    buildPattern();
    connect(m_cloth, &QAbstractButton::clicked, this, &PieceRow::toggleCloth);
    connect(m_cloth, &FactChip::removeRequested, this, &PieceRow::removeCloth);
    connect(m_measures, &MeasuresChip::chosen, this, &PieceRow::measuresChosen);
    connect(m_measure, &QAbstractButton::clicked, this, &PieceRow::measureRequested);
}

void PieceRow::buildPattern()
{
    m_pattern = new QuietEdit(QuietEdit::Look::Dashed, TextStyle::Body, this);
    m_pattern->setMaxLength(longestPattern);
    m_pattern->setText(m_piece.patternRef);
    m_pattern->setAccessibleName(tr("Paper pattern of piece %1").arg(m_number));
    m_tasks->insertWidget(m_tasks->count(), m_pattern);
    connect(m_pattern, &QLineEdit::textEdited, this, [this](const QString &typed) {
        m_piece.patternRef = typed;
        Q_EMIT edited(m_piece);
    });
    connect(m_pattern, &QLineEdit::returnPressed, this, &PieceRow::takePattern);
    showPattern();
}

void PieceRow::setPatternOffer(const QString &pattern)
{
    m_patternOffer = pattern;
    showPattern();
}

void PieceRow::showPattern()
{
    m_pattern->setVisible(m_piece.kind == orders::PieceKind::Make && (!m_before || !m_piece.patternRef.isEmpty()));
    m_pattern->setReadOnly(m_before.has_value());
    m_pattern->setPlaceholderText(m_patternOffer.isEmpty() ? tr("+ Pattern") : tr("+ Pattern %1?").arg(m_patternOffer));
    m_pattern->setToolTip(m_patternOffer.isEmpty() ? tr("Number or name of the paper pattern it is cut by")
                                                   : tr("Cut by it last time: Enter takes it"));
    m_pattern->setAccessibleDescription(m_pattern->toolTip());
}

//! Enter with nothing typed takes the one of last time; with it, on to the next piece.
void PieceRow::takePattern()
{
    if (m_pattern->text().trimmed().isEmpty() && !m_patternOffer.isEmpty() && !m_pattern->isReadOnly()) {
        m_piece.patternRef = m_patternOffer;
        m_pattern->setText(m_patternOffer);
        Q_EMIT edited(m_piece);
        return;
    }
    Q_EMIT finished();
}

void PieceRow::setMeasures(const std::optional<MeasurementSetId> &set, std::vector<orders::MeasuresChoice> choices,
                           bool chosen)
{
    m_piece.measurementSet = set;
    m_measuresChosen = chosen && set.has_value();
    m_measures->setMeasures(set, std::move(choices));
    showFacts();
}

void PieceRow::showFacts()
{
    if (!m_pattern || isGoods()) // while the first line is built; nothing of goods is work
        return;
    const access::Principal &principal = m_desk.principal();
    const bool make = m_piece.kind == orders::PieceKind::Make && !m_before;
    m_measures->setVisible(make && principal.can(access::Capability::MeasurementsRead));
    m_measure->setVisible(make && principal.can(access::Capability::MeasurementsWrite));
    showStyle();
    showCloth();
    showPattern();
    updateGeometry();
}

void PieceRow::buildPhotos()
{
    m_photos = new PhotoStrip(m_desk, tr("piece %1").arg(m_number), m_piece.photos, this);
    setAcceptDrops(true);
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &sentence) { m_desk.notices().say(sentence); });
    connect(m_photos, &PhotoStrip::changed, this, [this](const std::vector<changes::Media> &photos) {
        m_piece.photos = photos;
        Q_EMIT edited(m_piece);
    });
}

void PieceRow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_before && PhotoStrip::holdsPhoto(event->mimeData()))
        event->acceptProposedAction();
}

void PieceRow::dropEvent(QDropEvent *event)
{
    m_photos->takeIn(event->mimeData());
    event->acceptProposedAction();
}

//! After what is said in any case: task, colour, price, condition.
QList<QWidget *> PieceRow::factChain() const
{
    QList<QWidget *> chain{m_style};
    if (m_stylePanel && !m_stylePanel->isHidden())
        chain += m_stylePanel->tabChain();
    chain.append(m_cloth);
    if (m_clothPanel && !m_clothPanel->isHidden())
        chain += m_clothPanel->tabChain();
    return chain << m_measures << m_measure << m_pattern;
}

void PieceRow::showCloth()
{
    const bool said = ClothPanel::isSaid(m_piece);
    const bool make = m_piece.kind == orders::PieceKind::Make;
    m_cloth->setVisible(said || (make && !m_before));
    m_cloth->setEnabled(!m_before || m_custody);
    m_cloth->setDashed(!said);
    m_cloth->setIconName(said ? QByteArray() : QByteArray("i-plus"));
    // Of what was promised before the roll has given it up already.
    const QString lacks = m_before ? QString() : ClothPanel::lackWords(m_desk, m_piece);
    m_cloth->setFact(said ? ClothPanel::words(m_desk, m_piece) : tr("Cloth"),
                     lacks.isEmpty() ? lacks : QStringLiteral("\u25b2 ") + lacks);
    m_cloth->setQuietRole(lacks.isEmpty() ? Role::Muted : Role::Late);
    m_cloth->setAccessibleName(lacks.isEmpty() ? tr("Piece %1: %2").arg(m_number).arg(m_cloth->text())
                                               : tr("Piece %1: %2, %3").arg(m_number).arg(m_cloth->text(), lacks));
}

void PieceRow::toggleCloth()
{
    if (m_custody) {
        m_custody->setVisible(m_custody->isHidden());
        if (!m_custody->isHidden())
            static_cast<CustodyPanel *>(m_custody)->focusFirst();
        return;
    }
    if (!m_clothPanel) {
        m_clothPanel = new ClothPanel(m_desk, m_number, this);
        m_clothPanel->hide();
        m_panels->addWidget(m_clothPanel);
        connect(m_clothPanel, &ClothPanel::edited, this, [this](const orders::PieceDraft &facts) {
            ClothPanel::apply(facts, m_piece);
            showCloth();
            Q_EMIT edited(m_piece);
        });
        connect(m_clothPanel, &ClothPanel::finished, this, &PieceRow::closeCloth);
        m_clothPanel->setPiece(m_piece);
    } else if (!m_clothPanel->isHidden()) {
        closeCloth();
        return;
    } else if (m_clothPanel->check()) { // else it is as it was typed
        m_clothPanel->setPiece(m_piece);
    }
    m_clothPanel->show();
    chainPanel(m_cloth, m_clothPanel->tabChain());
    m_clothPanel->focusFirst();
}

//! What cannot be read stays open: closed it would be lost without a word.
void PieceRow::closeCloth()
{
    if (const auto read = m_clothPanel->check(); !read) {
        setProblem(m_desk.sentence(read.error()));
        m_clothPanel->focusUnread();
        return;
    }
    setProblem({});
    m_clothPanel->hide();
    m_cloth->setFocus(Qt::TabFocusReason);
}

Result<void> PieceRow::checkCloth() const
{
    return m_clothPanel ? m_clothPanel->check() : Result<void>();
}

void PieceRow::focusCloth()
{
    m_clothPanel->show();
    m_clothPanel->focusUnread();
}

//! What opens under the row comes after what opened it.
void PieceRow::chainPanel(QWidget *chip, const QList<QWidget *> &panel)
{
    QWidget *before = chip;
    for (QWidget *each : panel) {
        setTabOrder(before, each);
        before = each;
    }
}

void PieceRow::showStyle()
{
    const QString words = orders::styleWords(m_piece).join(QStringLiteral(", "));
    const bool make = m_piece.kind == orders::PieceKind::Make;
    m_style->setVisible(!words.isEmpty() || (make && !m_before));
    m_style->setEnabled(!m_before);
    m_style->setDashed(words.isEmpty());
    m_style->setIconName(words.isEmpty() ? QByteArray("i-plus") : QByteArray());
    m_style->setFact(words.isEmpty() ? tr("Style") : words, {});
    m_style->setToolTip(words);
    m_style->setAccessibleName(
        tr("Style of piece %1: %2").arg(m_number).arg(words.isEmpty() ? tr("none said") : words));
}

void PieceRow::toggleStyle()
{
    if (m_stylePanel) {
        m_stylePanel->hide();
        std::exchange(m_stylePanel, nullptr)->deleteLater();
        m_style->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_stylePanel = new StylePanel(m_number, m_piece, this);
    m_panels->insertWidget(0, m_stylePanel);
    m_stylePanel->show();
    connect(m_stylePanel, &StylePanel::edited, this, &PieceRow::setStyle);
    connect(m_stylePanel, &StylePanel::finished, this, &PieceRow::toggleStyle);
    chainPanel(m_style, m_stylePanel->tabChain());
    m_stylePanel->focusFirst();
}

void PieceRow::setStyle(const std::vector<orders::StyleChoice> &style, const QString &note)
{
    if (m_before)
        return;
    m_piece.style = style;
    m_piece.styleNote = note;
    showStyle();
    Q_EMIT edited(m_piece);
}

void PieceRow::removeCloth()
{
    if (m_before)
        return;
    orders::PieceDraft none;
    ClothPanel::apply(none, m_piece);
    if (m_clothPanel)
        m_clothPanel->hide();
    showCloth();
    Q_EMIT edited(m_piece);
}

void PieceRow::setCustody(const orders::Piece &piece)
{
    if (piece.isCollected() ||
        (!piece.facts.clientCloth && (!piece.facts.clothOrder || piece.facts.clothOrder->arrived)))
        return;
    auto *panel = new CustodyPanel(m_desk, piece, this);
    panel->hide();
    m_panels->addWidget(panel);
    connect(panel, &CustodyPanel::noted, this, &PieceRow::clothNoted);
    m_custody = panel;
    showCloth();
}

} // namespace thimblely::ui
