// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_strip.h"

#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/photos/photo_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>

namespace thimblely::ui {

namespace {

constexpr int placeWidth = 104;
constexpr int nameWidth = 136;

} // namespace

PieceStrip::PieceStrip(Desk &desk, QWidget *parent)
    : Pane(Role::Window, Edge::Top, parent), m_desk(desk),
      m_what(new Label(TextStyle::BodyStrong, Role::Text, {}, this)), m_tried(new Segmented(tr("Tried on"), this)),
      m_place(nullptr), m_takenBy(nullptr), m_photos(new PhotoStrip(desk, tr("the piece as it came in"), {}, this)),
      m_hold(new PlainButton(QString(), this)), m_more(new PlainButton(tr("More"), this))
{
    auto *parts = new FlowLayout(10, 6, this);
    parts->setContentsMargins(16, 8, 16, 8);
    m_what->setElided(true);
    m_tried->setSmall(true);
    for (const QString &step : {tr("Fits"), tr("Fitting again"), tr("Free redo"), tr("Paid change")}) // as PieceStep
        m_tried->addSegment(step);
    m_hold->setButtonSize(Button::Size::Small);
    parts->addWidget(m_what);
    m_photos->setReadOnly(true);
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &why) { m_desk.notices().say(why); });
    parts->addWidget(m_photos);
    parts->addWidget(m_tried);
    parts->addWidget(m_hold);
    m_more->setButtonSize(Button::Size::Small);
    m_more->setTrailingIconName("i-down");
    m_more->setAccessibleName(tr("What else can be done with this piece"));
    m_more->setToolTip(m_more->accessibleName());
    parts->addWidget(m_more);
    auto *fields = new QWidget(this); // on one line, whichever
    m_fields = fields;
    row(fields, 12);
    parts->addWidget(fields);
    m_place = addField(fields, tr("Hangs at"), placeWidth);
    m_takenBy = addField(fields, tr("Taken by"), nameWidth);
    auto *completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_place->setCompleter(completer);
    connect(m_tried, &Segmented::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            Q_EMIT stepRequested(PieceStep(index));
    });
    connect(m_place, &QLineEdit::returnPressed, this, [this] { Q_EMIT placed(m_place->text()); });
    connect(m_takenBy, &QLineEdit::textEdited, this, &PieceStrip::takenByTyped);
    connect(m_hold, &QAbstractButton::clicked, this, [this] { Q_EMIT stepRequested(PieceStep::Hold); });
    connect(m_more, &QAbstractButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    m_placeDraft = new FormDraft(m_desk, m_place->parentWidget());
    connect(m_placeDraft, &FormDraft::told, this, [this] {
        if (const QString back = m_placeDraft->sentence(); !back.isEmpty())
            m_desk.notices().say(back);
    });
    setPiece({}, {});
}

//! A name with its field, together on one line.
void PieceStrip::addBeside(QWidget *part)
{
    m_fields->layout()->addWidget(part);
}

QLineEdit *PieceStrip::addField(QWidget *fields, const QString &name, int width)
{
    auto *pair = new QWidget(fields);
    auto *columns = row(pair, 8);
    auto *edit = new QLineEdit(pair);
    auto *label = new Label(TextStyle::Body, Role::Muted, name, pair);
    label->setBuddy(edit);
    edit->setAccessibleName(name);
    columns->addWidget(label);
    columns->addWidget(edit);
    fields->layout()->addWidget(pair);
    const auto fit = [edit, width] { edit->setFixedWidth(Theme::instance().px(width)); };
    fit();
    connect(&Theme::instance(), &Theme::changed, edit, fit);
    return edit;
}

void PieceStrip::setPiece(const std::optional<orders::Piece> &piece, const QString &what)
{
    const bool same = piece && m_piece && piece->id == m_piece->id;
    if (!same && m_piece)
        m_placeDraft->forget(); // a place that was not entered is none
    m_piece = piece;
    m_what->setText(what);
    if (!same)
        forgetStep();
    const QString rack = piece ? piece->rack : QString();
    if (!same || !m_place->hasFocus())
        m_place->setText(rack);
    if (piece && m_place->text() == rack) // else it is being typed
        m_placeDraft->begin(draftNameOf(*this), piece->id.toString(), tr("Where it hangs (%1)").arg(what));
    showPiece();
}

void PieceStrip::showPiece()
{
    const bool here = m_piece && m_piece->isHere();
    setVisible(here);
    if (!here)
        return;
    if (m_photos->photos() != m_piece->facts.photos)
        m_photos->setPhotos(m_piece->facts.photos);
    m_photos->setVisible(!m_piece->facts.photos.empty());
    const access::Principal &who = m_desk.principal();
    const bool writes = who.can(access::Capability::OrdersWrite);
    m_tried->setVisible(writes && !m_piece->isUnderWork);
    m_place->parentWidget()->setVisible(writes || who.can(access::Capability::OrdersQualityCheck));
    m_takenBy->parentWidget()->setVisible(writes && m_piece->mayLeave());
    m_hold->setVisible(writes || who.can(access::Capability::OrdersMoveStage));
    m_more->setVisible(writes || who.can(access::Capability::OrdersMoveStage) ||
                       who.can(access::Capability::OrdersQualityCheck));
    m_hold->setText(m_piece->isWaiting() ? tr("Answer…") : tr("Ask…"));
    m_hold->setAccessibleName(m_piece->isWaiting() ? tr("What the client answered")
                                                   : tr("It waits for the client, cloth or money"));
    m_hold->setToolTip(m_hold->accessibleName());
}

void PieceStrip::forgetStep()
{
    const QSignalBlocker quiet(m_tried);
    m_tried->clearChoice();
}

void PieceStrip::setPlaces(const QStringList &places)
{
    static_cast<QStringListModel *>(m_place->completer()->model())->setStringList(places);
}

void PieceStrip::setTakenBy(const QString &name, const QString &everyThing)
{
    if (m_takenBy->text() != name)
        m_takenBy->setText(name);
    m_takenBy->setPlaceholderText(everyThing);
}

} // namespace thimblely::ui
